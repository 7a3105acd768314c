import { instantAt, today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { AssignmentWhereInput, Tx } from '../kernel/db/client.ts';
import { addMonths } from '../kernel/days.ts';
import { Refused } from '../kernel/errors.ts';
import { capsOn } from '../units/burden-caps.ts';

/**
 * The branches that units were handed in a month: with their task, or by themselves where they were added to it later. An objection
 * that was decided lets the time to sign begin anew and hands nothing over a second time.
 * @param month YYYY-MM
 */
export function handedIn(month: string): AssignmentWhereInput {
  const within = { gte: instantAt(`${month}-01`), lt: instantAt(addMonths(`${month}-01`, 1)) };
  return { OR: [{ handedAt: within, arbitratedAt: null }, { task: { issuedAt: within }, OR: [{ handedAt: null }, { arbitratedAt: { not: null } }] }] };
}

/** Which of these units have had that many this month, and how many. */
async function unitsAtCap(tx: Tx, context: Context, unitIds: readonly number[], cap: number): Promise<{ id: number; unit: string; count: number }[]> {
  const rows = await tx.assignment.groupBy({ by: ['unitId'], where: { unitId: { in: [...unitIds] }, ...handedIn(today(context.clock).slice(0, 7)) }, _count: { _all: true } });
  const full = new Map(rows.filter((row) => row._count._all >= cap).map((row) => [row.unitId, row._count._all]));
  const units = await tx.unit.findMany({ where: { id: { in: [...full.keys()] } }, select: { id: true, shortName: true }, orderBy: { sort: 'asc' } });
  return units.map(({ id, shortName }) => ({ id, unit: shortName, count: full.get(id) ?? 0 }));
}

/** The units for which a hand-over now goes beyond the cap, with the reason given for it. @throws Refused where there is none */
export async function passHandedCap(tx: Tx, context: Context, unitIds: readonly number[], reason: string): Promise<Set<number>> {
  const cap = capsOn(context.parameters, today(context.clock)).handed;
  const full = await unitsAtCap(tx, context, unitIds, cap);
  if (full.length > 0 && reason === '') throw new Refused(full.map(({ unit, count }) => ({ key: 'tasks.error.handed_cap', values: { unit, count, cap }, field: 'capReason' })));
  return new Set(full.map((one) => one.id));
}
