import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { TaskWhereInput } from '../kernel/db/client.ts';
import { AGES, ageBounds } from '../tasks/ledger-filter.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';

/** Overdue tasks of one lead unit, a count per age class. */
export interface OverdueUnit { unitId: number; name: string; counts: number[] }

const overdue = (actor: Actor, from: Day | null, to: Day): TaskWhereInput => ({
  AND: [visibleTo(actor)], status: { in: ['issued', 'underway'] }, leadUnitId: { not: null }, deadline: { lte: to, ...(from === null ? {} : { gte: from }) },
});

/** Overdue tasks by lead unit and age, the unit with most of them first. */
export async function overdueByUnit(context: Context, actor: Actor): Promise<OverdueUnit[]> {
  const day = today(context.clock);
  const classes = await Promise.all(AGES.map((age) => {
    const { from, to } = ageBounds(age, day);
    return context.db.task.groupBy({ by: ['leadUnitId'], where: overdue(actor, from, to), _count: { _all: true } });
  }));
  const ids = [...new Set(classes.flat().map((row) => row.leadUnitId).filter((id) => id !== null))];
  const units = await findUnitsByIds(context, ids);
  const rows = ids.map((unitId) => ({
    unitId, name: units.get(unitId)?.shortName ?? String(unitId),
    counts: classes.map((rows_) => rows_.find((row) => row.leadUnitId === unitId)?._count._all ?? 0),
  }));
  const sum = ({ counts }: OverdueUnit): number => counts.reduce((a, b) => a + b, 0);
  return rows.sort((a, b) => sum(b) - sum(a) || a.unitId - b.unitId);
}

/** Whose turn it is on the overdue ones. */
export async function overdueByTurn(context: Context, actor: Actor): Promise<{ turn: string; count: number }[]> {
  const { from, to } = { from: null, to: today(context.clock) };
  const rows = await context.db.task.groupBy({ by: ['turn'], where: { ...overdue(actor, from, to), deadline: { lt: to } }, _count: { _all: true } });
  return rows.map((row) => ({ turn: row.turn, count: row._count._all })).sort((a, b) => b.count - a.count);
}

/** A unit whose matters lie with the supervisor, and the longest-waiting of them (R26). */
export interface WaitingUnit { unitId: number; name: string; count: number; since: Date | null }

/** Who waits for the supervisor, the longest first. */
export async function waitingForSupervisor(context: Context, actor: Actor): Promise<WaitingUnit[]> {
  const rows = await context.db.task.groupBy({
    by: ['leadUnitId'], where: { AND: [visibleTo(actor)], turn: 'supervisor', status: { in: [...LIVE_STATUSES] }, leadUnitId: { not: null } },
    _count: { _all: true }, _min: { turnSince: true },
  });
  const units = await findUnitsByIds(context, rows.map((row) => row.leadUnitId ?? 0));
  return rows.map((row) => ({ unitId: row.leadUnitId ?? 0, name: units.get(row.leadUnitId ?? 0)?.shortName ?? '', count: row._count._all, since: row._min.turnSince }))
    .sort((a, b) => (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0));
}
