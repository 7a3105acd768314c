import { today } from '../kernel/clock.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { evaluate, type LightFacts, type Verdict } from '../lights/light.ts';
import { branchFacts, reportOf, type Branch } from '../tasks/branch-facts.ts';
import { NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { countLedger, ledgerRows, type LedgerRow } from '../tasks/ledger-queries.ts';
import { factsOfTask, frameOf } from '../tasks/settle-task.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { monthStart } from './open-days.ts';

const PARTS = {
  leadUnit: { select: { kind: true } },
  assignments: { include: { unit: { select: { shortName: true, kind: true } }, filings: { select: { period: true, status: true, dueOn: true, progress: true, sentAt: true } } } },
} as const;

/** Why each of these tasks has its light, evaluated from its facts as its own page does. */
async function verdictsOf(context: Context, actor: Actor, ids: number[]): Promise<Map<number, Verdict>> {
  const day = today(context.clock);
  const tasks = await context.db.task.findMany({ where: { id: { in: ids }, AND: [visibleTo(actor)] }, include: PARTS });
  return new Map(tasks.flatMap((task) => {
    const facts = new Map(task.assignments.map((a): [number, LightFacts] => {
      const branch = a as unknown as Branch;
      return [a.id, branchFacts(frameOf(task), branch, reportOf(frameOf(task), branch, context.calendar))];
    }));
    const lead = facts.get(task.assignments.find((a) => a.role === 'lead')?.id ?? -1);
    return lead === undefined ? [] : [[task.id, evaluate(factsOfTask(task, facts, lead), day)] as const];
  }));
}

export interface TurnedRed { row: LedgerRow; verdict: Verdict | null }

/** What the ledger is asked for what turned red in the month of this day, the latest first. */
export const redThisMonth = (day: string, planId: number | null): Partial<LedgerFilter> => ({ redSince: monthStart(day), plan: planId, sort: 'light', descending: true });

/** The newest red tasks of this month with their reasons, and how many there are in all. */
export async function turnedRed(context: Context, actor: Actor, planId: number | null, size: number): Promise<{ count: number; items: TurnedRed[] }> {
  const filter = { ...NO_FILTER, ...redThisMonth(today(context.clock), planId) };
  const [count, rows] = await Promise.all([countLedger(context, actor, filter), ledgerRows(context, actor, filter, size)]);
  const verdicts = await verdictsOf(context, actor, rows.map((row) => row.id));
  return { count, items: rows.map((row) => ({ row, verdict: verdicts.get(row.id) ?? null })) };
}
