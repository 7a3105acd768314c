import { instantAt, today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { addMonths } from '../kernel/days.ts';
import { Refused } from '../kernel/errors.ts';

/** Branches that one unit is handed in a calendar month before every further one needs a reason (burden account). */
export const HANDED_CAP = 12;

/** Which of these units have had that many this month, and how many. */
async function unitsAtCap(tx: Tx, context: Context, unitIds: readonly number[]): Promise<{ id: number; unit: string; count: number }[]> {
  const first = `${today(context.clock).slice(0, 7)}-01`;
  const rows = await tx.assignment.groupBy({ by: ['unitId'], where: { unitId: { in: [...unitIds] }, task: { issuedAt: { gte: instantAt(first), lt: instantAt(addMonths(first, 1)) } } }, _count: { _all: true } });
  const full = new Map(rows.filter((row) => row._count._all >= HANDED_CAP).map((row) => [row.unitId, row._count._all]));
  const units = await tx.unit.findMany({ where: { id: { in: [...full.keys()] } }, select: { id: true, shortName: true }, orderBy: { sort: 'asc' } });
  return units.map(({ id, shortName }) => ({ id, unit: shortName, count: full.get(id) ?? 0 }));
}

/** The units for which a hand-over now goes beyond the cap, with the reason given for it. @throws Refused where there is none */
export async function passHandedCap(tx: Tx, context: Context, unitIds: readonly number[], reason: string): Promise<Set<number>> {
  const full = await unitsAtCap(tx, context, unitIds);
  if (full.length > 0 && reason === '') throw new Refused(full.map(({ unit, count }) => ({ key: 'tasks.error.handed_cap', values: { unit, count, cap: HANDED_CAP }, field: 'capReason' })));
  return new Set(full.map((one) => one.id));
}
