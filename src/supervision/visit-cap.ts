import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { addDays, addMonths } from '../kernel/days.ts';
import { capsOn } from '../units/burden-caps.ts';

/** Visits on site to a unit in a month, and after how many a further one needs a reason. */
export interface Visits { count: number; cap: number }

/** Those in the calendar month of a day, with the cap of that day. */
export async function visitsOfUnit(db: Tx, { parameters }: Pick<Context, 'parameters'>, unitId: number, day: Day): Promise<Visits> {
  const first = `${day.slice(0, 7)}-01`;
  const count = await db.verification.count({ where: { unitId, method: 'site', visitedOn: { gte: first, lte: addDays(addMonths(first, 1), -1) } } });
  return { count, cap: capsOn(parameters, day).verifications };
}

/** Whether one more visit goes beyond the cap, which then needs a reason. */
export const overVisitCap = ({ count, cap }: Visits): boolean => count >= cap;
