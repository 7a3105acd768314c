import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { Decline } from './parameter-forms.ts';
import type { ParameterKind } from './parameter-set.ts';
import { PARAMETER_LIFE } from './parameter-set-lifecycle.ts';
import { whyNotDecide } from './parameter-set-policy.ts';

/** A supervisor or a leader declines a proposal, or whoever made it takes it back; nothing changes. @throws NotFound, Forbidden, Conflict */
export async function declineParameters(context: Context, actor: Actor, kind: ParameterKind, id: number, { version, remark }: Decline): Promise<void> {
  const { from, to, event } = PARAMETER_LIFE.decline;
  await transaction(context, async (tx) => {
    const set = await tx.parameterSet.findFirst({ where: { id, kind }, select: { status: true, proposedById: true } });
    if (set === null) throw new NotFound(`parameters ${String(id)}`);
    const key = whyNotDecide(actor, 'decline', set);
    if (key !== null) throw new Forbidden(key);
    expectChanged(await tx.parameterSet.updateMany({
      where: { id, version, status: from }, data: { status: to, remark, decidedById: actor.accountId, decidedAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event, subject: `parameters:${String(id)}`, data: { parameters: kind, reason: remark } });
  });
}
