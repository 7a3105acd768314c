import { today } from '../kernel/clock.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Verdict } from '../lights/light.ts';
import { NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { countLedger, ledgerRows, type LedgerRow } from '../tasks/ledger-queries.ts';
import { LIGHT_PARTS } from '../tasks/light-facts.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { verdictOn } from '../tasks/task-verdict.ts';
import { monthStart } from './open-days.ts';

/** Why each of these tasks has its light, evaluated from its facts as its own page does. */
async function verdictsOf(context: Context, actor: Actor, ids: number[]): Promise<Map<number, Verdict>> {
  const tasks = await context.db.task.findMany({ where: { id: { in: ids }, AND: [visibleTo(actor)] }, include: LIGHT_PARTS });
  return new Map(tasks.flatMap((task) => {
    const verdict = verdictOn(context, task);
    return verdict === null ? [] : [[task.id, verdict] as const];
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
