import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { Adoption } from './parameter-forms.ts';
import type { ParameterKind } from './parameter-set.ts';
import { PARAMETER_LIFE } from './parameter-set-lifecycle.ts';
import { whyNotDecide } from './parameter-set-policy.ts';
import { refreshParameters } from './refresh-parameters.ts';

/** The day from which on values adopted today are in force: the next period's first, never one that has begun. */
export const inForceFrom = (day: Day): Day => addMonths(`${day.slice(0, 7)}-01`, 1);

/** A second supervisor, or a leader, adopts a proposal. @returns the first day on which it is in force @throws NotFound, Forbidden, Conflict */
export async function adoptParameters(context: Context, actor: Actor, kind: ParameterKind, id: number, { version }: Adoption): Promise<Day> {
  const { from, to, event } = PARAMETER_LIFE.adopt;
  const fromDay = inForceFrom(today(context.clock));
  await transaction(context, async (tx) => {
    const set = await tx.parameterSet.findFirst({ where: { id, kind }, select: { status: true, proposedById: true } });
    if (set === null) throw new NotFound(`parameters ${String(id)}`);
    const key = whyNotDecide(actor, 'adopt', set);
    if (key !== null) throw new Forbidden(key);
    expectChanged(await tx.parameterSet.updateMany({
      where: { id, version, status: from }, data: { status: to, fromDay, decidedById: actor.accountId, decidedAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event, subject: `parameters:${String(id)}`, data: { parameters: kind, fromDay } });
  });
  await refreshParameters(context);
  return fromDay;
}
