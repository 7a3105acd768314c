import type { Context } from '../kernel/context.ts';
import { addDays, addMonths } from '../kernel/days.ts';
import { NotFound } from '../kernel/errors.ts';
import { BURDENS, type BurdenKind } from './burden.ts';
import { instantsOf } from './slip-filter.ts';

// The account of all units is the overseers' own: the route's gate is the scope. Every figure is counted from the rows themselves.

export interface BurdenRow {
  unitId: number;
  unit: string;
  counts: Record<BurdenKind, number>;
  total: number;
}

/** First and last day of a month YYYY-MM. */
const daysOf = (month: string): { gte: string; lte: string } => ({ gte: `${month}-01`, lte: addDays(addMonths(`${month}-01`, 1), -1) });

const handedIn = (month: string) => ({ task: { issuedAt: instantsOf(month) } });
const sentIn = (month: string) => ({ sentAt: instantsOf(month) });

/** Each kind of request as rows of unit and count. */
async function countsOf({ db }: Context, month: string): Promise<Record<BurdenKind, Map<number, number>>> {
  const [handed, sent, slips, verifications, problems, instructions] = await Promise.all([
    db.assignment.groupBy({ by: ['unitId'], where: handedIn(month), _count: { _all: true } }),
    db.filingVersion.findMany({ where: sentIn(month), select: { filing: { select: { assignment: { select: { unitId: true } } } } } }),
    db.slip.groupBy({ by: ['unitId'], where: { issuedAt: instantsOf(month) }, _count: { _all: true } }),
    db.verification.groupBy({ by: ['unitId'], where: { visitedOn: daysOf(month) }, _count: { _all: true } }),
    db.problem.groupBy({ by: ['unitId'], where: { raisedAt: instantsOf(month) }, _count: { _all: true } }),
    db.instruction.groupBy({ by: ['unitId'], where: { registeredAt: instantsOf(month) }, _count: { _all: true } }),
  ]);
  const reports = new Map<number, number>();
  for (const { filing: { assignment: { unitId } } } of sent) reports.set(unitId, (reports.get(unitId) ?? 0) + 1);
  const mapOf = (rows: { unitId: number; _count: { _all: number } }[]): Map<number, number> => new Map(rows.map((r) => [r.unitId, r._count._all]));
  return { handed: mapOf(handed), reports, slips: mapOf(slips), verifications: mapOf(verifications), problems: mapOf(problems), instructions: mapOf(instructions) };
}

/** All units of which anything was asked in the month, the most burdened first. */
export async function burdenOf(context: Context, month: string): Promise<BurdenRow[]> {
  const counts = await countsOf(context, month);
  const units = await context.db.unit.findMany({ select: { id: true, shortName: true }, orderBy: { sort: 'asc' } });
  const rows = units.map(({ id, shortName }) => {
    const own = Object.fromEntries(BURDENS.map((kind) => [kind, counts[kind].get(id) ?? 0])) as Record<BurdenKind, number>;
    return { unitId: id, unit: shortName, counts: own, total: BURDENS.reduce((sum, kind) => sum + own[kind], 0) };
  });
  return rows.filter((row) => row.total > 0).sort((a, b) => b.total - a.total);
}

export type BurdenOfUnit = Awaited<ReturnType<typeof burdenOfUnit>>;

/** The tasks that a unit was handed and the reports that it sent in a month: what no other list shows by month. @throws NotFound */
export async function burdenOfUnit({ db }: Context, unitId: number, month: string) {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, shortName: true } });
  if (unit === null) throw new NotFound(`unit ${String(unitId)}`);
  const [handed, reports] = await Promise.all([
    db.assignment.findMany({ where: { unitId, ...handedIn(month) }, select: { role: true, task: { select: { id: true, number: true, title: true, issuedAt: true } } }, orderBy: { id: 'asc' } }),
    db.filingVersion.findMany({ where: { ...sentIn(month), filing: { assignment: { unitId } } }, select: { round: true, sentAt: true, filing: { select: { period: true, task: { select: { id: true, number: true, title: true } } } } }, orderBy: { id: 'asc' } }),
  ]);
  return { unit, handed, reports };
}
