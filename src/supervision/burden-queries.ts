import type { Context } from '../kernel/context.ts';
import { addDays, addMonths } from '../kernel/days.ts';
import { NotFound } from '../kernel/errors.ts';
import { fieldsAsked } from '../filings/fields-asked.ts';
import { readContent } from '../filings/filing-digest.ts';
import { handedIn } from '../tasks/hand-over-cap.ts';
import { BURDENS, totalOf, type BurdenCounts, type BurdenKind, type BurdenRow } from './burden.ts';
import { instantsOf } from './slip-filter.ts';

// The account of all units is the overseers' own: the route's gate is the scope. Every figure is counted from the rows themselves.

/** First and last day of a month YYYY-MM. */
export const daysOf = (month: string): { gte: string; lte: string } => ({ gte: `${month}-01`, lte: addDays(addMonths(`${month}-01`, 1), -1) });

export const sentIn = (month: string) => ({ sentAt: instantsOf(month) });

type PerUnit = Map<number, number>;

/** Reports that were sent, and the fields that had to be seen to for them. */
async function reportsOf({ db }: Context, month: string): Promise<{ reports: PerUnit; fields: PerUnit }> {
  const sent = await db.filingVersion.findMany({ where: sentIn(month), select: { content: true, filing: { select: { task: { select: { valueUnit: true } }, assignment: { select: { unitId: true } } } } } });
  const [reports, fields] = [new Map<number, number>(), new Map<number, number>()];
  for (const { content, filing: { task, assignment: { unitId } } } of sent) {
    reports.set(unitId, (reports.get(unitId) ?? 0) + 1);
    fields.set(unitId, (fields.get(unitId) ?? 0) + fieldsAsked(readContent(content), task.valueUnit !== null));
  }
  return { reports, fields };
}

/** Each kind of request by unit. */
async function countsOf(context: Context, month: string): Promise<Record<BurdenKind | 'fields' | 'messages', PerUnit>> {
  const { db } = context;
  const [handed, sent, slips, verifications, problems, instructions, messages] = await Promise.all([
    db.assignment.groupBy({ by: ['unitId'], where: handedIn(month), _count: { _all: true } }),
    reportsOf(context, month),
    db.slip.groupBy({ by: ['unitId'], where: { issuedAt: instantsOf(month) }, _count: { _all: true } }),
    db.verification.groupBy({ by: ['unitId'], where: { visitedOn: daysOf(month) }, _count: { _all: true } }),
    db.problem.groupBy({ by: ['unitId'], where: { raisedAt: instantsOf(month) }, _count: { _all: true } }),
    db.instruction.groupBy({ by: ['unitId'], where: { registeredAt: instantsOf(month) }, _count: { _all: true } }),
    db.message.groupBy({ by: ['unitId'], where: { kind: 'unit', createdAt: instantsOf(month) }, _count: { _all: true } }),
  ]);
  const mapOf = (rows: { unitId: number; _count: { _all: number } }[]): PerUnit => new Map(rows.map((r) => [r.unitId, r._count._all]));
  return { handed: mapOf(handed), ...sent, slips: mapOf(slips), verifications: mapOf(verifications), problems: mapOf(problems), instructions: mapOf(instructions), messages: mapOf(messages) };
}

/** All units of which anything was asked in the month, or that were sent messages, the most burdened first. */
export async function burdenOf(context: Context, month: string): Promise<BurdenRow[]> {
  const counts = await countsOf(context, month);
  const units = await context.db.unit.findMany({ select: { id: true, shortName: true }, orderBy: { sort: 'asc' } });
  const rows = units.map(({ id, shortName }): BurdenRow => {
    const own = Object.fromEntries(BURDENS.map((kind) => [kind, counts[kind].get(id) ?? 0])) as BurdenCounts;
    return { unitId: id, unit: shortName, counts: own, total: totalOf(own), fields: (counts.fields.get(id) ?? 0) + own.slips + own.problems + own.instructions, messages: counts.messages.get(id) ?? 0 };
  });
  return rows.filter((row) => row.total + row.messages > 0).sort((a, b) => b.total - a.total || b.messages - a.messages);
}

export type BurdenOfUnit = Awaited<ReturnType<typeof burdenOfUnit>>;

/** The tasks that a unit was handed and the reports that it sent in a month: what no other list shows by month. @throws NotFound */
export async function burdenOfUnit({ db }: Context, unitId: number, month: string) {
  const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, shortName: true } });
  if (unit === null) throw new NotFound(`unit ${String(unitId)}`);
  const [handed, reports] = await Promise.all([
    db.assignment.findMany({ where: { unitId, ...handedIn(month) }, select: { role: true, task: { select: { id: true, number: true, title: true, issuedAt: true } } }, orderBy: { id: 'asc' } }),
    db.filingVersion.findMany({ where: { ...sentIn(month), filing: { assignment: { unitId } } }, select: { round: true, sentAt: true, content: true, filing: { select: { period: true, task: { select: { id: true, number: true, title: true, valueUnit: true } } } } }, orderBy: { id: 'asc' } }),
  ]);
  return { unit, handed, reports: reports.map((r) => ({ ...r, fields: fieldsAsked(readContent(r.content), r.filing.task.valueUnit !== null) })) };
}
