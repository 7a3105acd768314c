import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { decideParameters } from './decide-parameters.ts';
import type { Adoption } from './parameter-forms.ts';
import type { ParameterKind } from './parameter-set.ts';
import { refreshParameters } from './refresh-parameters.ts';

/** The day from which on values adopted today are in force: the next period's first, never one that has begun. */
export const inForceFrom = (day: Day): Day => addMonths(`${day.slice(0, 7)}-01`, 1);

/** A second supervisor, or a leader, adopts a proposal. @returns the first day on which it is in force @throws NotFound, Forbidden, Conflict */
export async function adoptParameters(context: Context, actor: Actor, kind: ParameterKind, id: number, { version }: Adoption): Promise<Day> {
  const fromDay = inForceFrom(today(context.clock));
  await decideParameters(context, actor, kind, id, { act: 'adopt', version, change: { fromDay }, data: { fromDay } });
  await refreshParameters(context);
  return fromDay;
}
