import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { addDays } from '../kernel/days.ts';
import { AGES, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { countLedger, ledgerRows, type LedgerRow } from '../tasks/ledger-queries.ts';
import { ledgerWhere } from '../tasks/ledger-sql.ts';
import { pressFacts, type PressedWhole } from './press-facts.ts';

/** A line of the overdue list with what decides about pressing. */
export interface OverdueRow extends LedgerRow {
  press: PressedWhole;
}

/** The overdue tasks (past the adjusted deadline, still in the unit's hands or waiting in review) of one page. @param size rows at most */
export async function overdueRows(context: Context, actor: Actor, filter: LedgerFilter, size: number): Promise<OverdueRow[]> {
  const rows = await ledgerRows(context, actor, { ...filter, overdue: true }, size);
  const facts = await pressFacts(context, context.db, rows.map((r) => r.id), dayAt(context.clock));
  return rows.flatMap((row) => {
    const press = facts.get(row.id);
    return press === undefined ? [] : [{ ...row, press }];
  });
}

export const countOverdue = (context: Context, actor: Actor, filter: LedgerFilter): Promise<number> => countLedger(context, actor, { ...filter, overdue: true });

/** Overdue tasks of one lead unit by age class, in the order of AGES. */
export interface AgeRow {
  unitId: number;
  unit: string;
  counts: number[];
}

const FROM = Prisma.sql`FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId"`;

/** The matrix under the same filter as the list, its unit and age left out: every cell is a list of this page. Most overdue first. */
export async function overdueByAge(context: Context, actor: Actor, filter: LedgerFilter): Promise<AgeRow[]> {
  const today = dayAt(context.clock);
  const where = ledgerWhere(context, actor, { ...filter, overdue: true, lead: null, age: null });
  const rows = await context.db.$queryRaw<{ unitId: number; unit: string; age: number | bigint; n: number | bigint }[]>`
    SELECT t."leadUnitId" AS "unitId", u."shortName" AS "unit",
      CASE WHEN t."deadline" >= ${addDays(today, -7)} THEN 0 WHEN t."deadline" >= ${addDays(today, -30)} THEN 1 ELSE 2 END AS "age", COUNT(*) AS "n"
    ${FROM} WHERE ${where} GROUP BY 1, 2, 3`;
  const units = new Map<number, AgeRow>();
  for (const { unitId, unit, age, n } of rows) {
    const row = units.get(unitId) ?? { unitId, unit, counts: AGES.map(() => 0) };
    row.counts[Number(age)] = Number(n);
    units.set(unitId, row);
  }
  const total = (row: AgeRow): number => row.counts.reduce((a, b) => a + b, 0);
  return [...units.values()].sort((a, b) => total(b) - total(a) || a.unitId - b.unitId);
}

/** Whose turn the overdue tasks of the list are, under the filter without its turn. */
export async function overdueByTurn(context: Context, actor: Actor, filter: LedgerFilter): Promise<Map<string, number>> {
  const where = ledgerWhere(context, actor, { ...filter, overdue: true, turn: null });
  const rows = await context.db.$queryRaw<{ turn: string; n: number | bigint }[]>`SELECT t."turn" AS "turn", COUNT(*) AS "n" ${FROM} WHERE ${where} GROUP BY 1`;
  return new Map(rows.map((r) => [r.turn, Number(r.n)]));
}
