import type { Day } from '../kernel/clock.ts';
import type { Tx } from '../kernel/db/client.ts';
import { addDays, addMonths } from '../kernel/days.ts';
import { VISIT_CAP } from './verification.ts';

/** Visits on site to a unit in the calendar month of a day. */
export function visitsOfUnit(db: Tx, unitId: number, day: Day): Promise<number> {
  const first = `${day.slice(0, 7)}-01`;
  return db.verification.count({ where: { unitId, method: 'site', visitedOn: { gte: first, lte: addDays(addMonths(first, 1), -1) } } });
}

/** Whether one more visit goes beyond the cap, which then needs a reason. */
export const overVisitCap = (visits: number): boolean => visits >= VISIT_CAP;
