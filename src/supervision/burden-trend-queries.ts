import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { totalOf, type BurdenCounts } from './burden.ts';
import { handedIn } from '../tasks/hand-over-cap.ts';
import { daysOf, sentIn } from './burden-queries.ts';
import { instantsOf } from './slip-filter.ts';

// As the account itself: the route's gate is the scope.

export interface MonthBurden {
  month: string;
  counts: BurdenCounts;
  total: number;
  messages: number;
}

/** So many months are shown side by side. */
export const TREND_MONTHS = 12;

/** The months that end with this one, the oldest first. */
export const monthsThrough = (month: string): string[] => Array.from({ length: TREND_MONTHS }, (_, i) => addMonths(`${month}-01`, i + 1 - TREND_MONTHS).slice(0, 7));

/** What was asked month by month: of one unit, or of all together (null). */
export function burdenTrend(context: Context, month: string, unitId: number | null): Promise<MonthBurden[]> {
  return untilWritten(context.db, `burden trend ${month} ${unitId ?? 'all'}`, () => Promise.all(monthsThrough(month).map((one) => burdenOfMonth(context, one, unitId))));
}

async function burdenOfMonth({ db }: Context, month: string, unitId: number | null): Promise<MonthBurden> {
  const of = unitId === null ? {} : { unitId };
  const at = instantsOf(month);
  const [handed, reports, slips, verifications, problems, instructions, messages] = await Promise.all([
    db.assignment.count({ where: { ...of, ...handedIn(month) } }),
    db.filingVersion.count({ where: { ...sentIn(month), ...(unitId === null ? {} : { filing: { assignment: { unitId } } }) } }),
    db.slip.count({ where: { ...of, issuedAt: at } }),
    db.verification.count({ where: { ...of, visitedOn: daysOf(month) } }),
    db.problem.count({ where: { ...of, raisedAt: at } }),
    db.instruction.count({ where: { ...of, registeredAt: at } }),
    db.message.count({ where: { ...of, kind: 'unit', createdAt: at } }),
  ]);
  const counts = { handed, reports, slips, verifications, problems, instructions };
  return { month, counts, total: totalOf(counts), messages };
}
