import { instantAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { dayOf } from '../kernel/clock.ts';
import { addMonths } from '../kernel/days.ts';
import { NO_COUNTS, type Counts, type Criterion } from './criteria.ts';

// Read for all units alike: whoever draws up a circular, or looks at a dry run, is one of those who watch over all (the route's gate).

/** What stands in the records of one month, unit by unit: the facts that points are given for. @param month YYYY-MM */
export async function countsOfMonth({ db }: Context, month: string): Promise<Map<number, Counts>> {
  const span = { gte: instantAt(`${month}-01`), lt: instantAt(addMonths(`${month}-01`, 1)) };
  const all = new Map<number, Counts>();
  const add = (unitId: number | null, criterion: Criterion): void => {
    if (unitId === null) return;
    const counts = all.get(unitId) ?? { ...NO_COUNTS };
    counts[criterion] += 1;
    all.set(unitId, counts);
  };
  const branch = { select: { assignment: { select: { unitId: true } } } } as const;
  const [filings, returns, closed, slips, criticisms] = await Promise.all([
    db.filing.findMany({ where: { firstSentAt: span }, select: { firstSentAt: true, originalDueOn: true, ...branch.select } }),
    db.filingVersion.findMany({ where: { verdict: 'returned', reviewedAt: span }, select: { filing: branch } }),
    db.task.findMany({ where: { status: { in: ['closed', 'archived'] }, closedAt: span }, select: { leadUnitId: true, closedOn: true, deadline: true } }),
    db.slip.findMany({ where: { issuedAt: span }, select: { unitId: true, kind: true } }),
    db.escalation.findMany({ where: { recordedAt: span, kind: 'criticism' }, select: { unitId: true } }),
  ]);
  for (const f of filings) add(f.assignment.unitId, f.firstSentAt !== null && dayOf(f.firstSentAt) <= f.originalDueOn ? 'filing_on_time' : 'filing_late');
  for (const { filing } of returns) add(filing.assignment.unitId, 'filing_returned');
  for (const t of closed) add(t.leadUnitId, t.closedOn !== null && t.closedOn <= t.deadline ? 'closed_on_time' : 'closed_late');
  for (const s of slips) add(s.unitId, s.kind === 'notice' ? 'notice' : 'urge');
  for (const c of criticisms) add(c.unitId, 'criticism');
  return all;
}
