import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { ParameterSetUncheckedUpdateManyInput } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { ParameterKind } from './parameter-set.ts';
import { PARAMETER_LIFE } from './parameter-set-lifecycle.ts';
import { whyNotDecide } from './parameter-set-policy.ts';

export interface Decision {
  act: 'adopt' | 'decline';
  version: number;
  change: ParameterSetUncheckedUpdateManyInput;
  data: Record<string, string>;
}

/** What both decisions on a proposal have in common: find, gate, change the version that was seen, log. @throws NotFound, Forbidden, Conflict */
export function decideParameters(context: Context, actor: Actor, kind: ParameterKind, id: number, { act, version, change, data }: Decision): Promise<void> {
  const { from, to, event } = PARAMETER_LIFE[act];
  return transaction(context, async (tx) => {
    const set = await tx.parameterSet.findFirst({ where: { id, kind }, select: { status: true, proposedById: true } });
    if (set === null) throw new NotFound(`parameters ${String(id)}`);
    const key = whyNotDecide(actor, act, set);
    if (key !== null) throw new Forbidden(key);
    expectChanged(await tx.parameterSet.updateMany({
      where: { id, version, status: from }, data: { ...change, status: to, decidedById: actor.accountId, decidedAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event, subject: `parameters:${String(id)}`, data: { parameters: kind, ...data } });
  });
}
