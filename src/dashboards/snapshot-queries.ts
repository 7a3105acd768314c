import { dayOf, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { coveredPercent } from './coverage-figures.ts';
import { NOTHING, type Distribution } from './distribution.ts';

/** The whole city, or one plan, at the end of a day. Only those see it who see all tasks: the gate's business. */
export interface PastState {
  day: Day;
  /** The day it was taken on; later than `day` where it had to be made up for. */
  takenOn: Day;
  counts: Distribution;
  covered: number | null;
}

/** Null where there is no snapshot of that day. */
export async function stateOn({ db }: Context, day: Day, planId: number | null = null): Promise<PastState | null> {
  const snapshot = await db.snapshot.findUnique({ where: { day }, include: { plans: planId === null ? true : { where: { planId } } } });
  if (snapshot === null) return null;
  const { _sum } = await db.snapshotLine.aggregate({
    where: { snapshotId: snapshot.id, ...(planId === null ? {} : { planId }) }, _sum: { red: true, yellow: true, green: true, grey: true, closed: true },
  });
  const counts = Object.fromEntries(Object.keys(NOTHING).map((name) => [name, _sum[name as keyof Distribution] ?? 0])) as unknown as Distribution;
  return { day, takenOn: dayOf(snapshot.takenAt), counts, covered: coveredPercent(snapshot.plans) };
}
