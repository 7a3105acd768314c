import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import type { Holder } from '../accounts/post-holders.ts';
import type { Digest } from './message.ts';
import { planDigests } from './plan-digests.ts';
import { pressedDues } from './pressed-due-queries.ts';
import { unitsOfSupervisors } from './recipient-queries.ts';
import type { MessageSettings } from './reminder-rules.ts';
import { reviewDues } from './review-due-queries.ts';
import { saidOf } from './said-queries.ts';
import { branchDues } from './unit-due-queries.ts';

/** What has to be told to whom on a day, from the facts as they are now and from what was said before. */
export async function digestsFor(context: Context, day: Day, settings: MessageSettings, people: ReadonlyMap<number, Holder[]>): Promise<Digest[]> {
  const until = addWorkingDays(day, Math.max(...settings.before, 1), context.calendar);
  const [branches, pressed, reviews] = [
    await branchDues(context, until),
    await pressedDues(context, '9999-12-31'), // what came from somebody who waits is told at once, however far its day is
    await reviewDues(context, until, settings.reviewDays, unitsOfSupervisors(people)),
  ];
  const dues = [...branches, ...pressed, ...reviews].filter((due) => people.has(due.unitId));
  return planDigests(dues, day, context.calendar, settings, await saidOf(context, dues.map((due) => due.subject)));
}
