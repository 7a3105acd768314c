import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { ledgerWhere, lightCondition } from '../tasks/ledger-sql.ts';
import { NOTHING, type Distribution } from './distribution.ts';

const { sql, join } = Prisma;

/** A live task that is none of these is green. */
const WORST_FIRST = ['red', 'yellow', 'grey'] as const;
const COLUMNS = { chapter: sql`t."chapterId"`, unit: sql`t."leadUnitId"` } as const;

/** How many rows meet the condition, as a column of a grouped query. */
export const tally = (condition: Prisma.Sql, name: string): Prisma.Sql => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${Prisma.raw(`"${name}"`)}`;

type Counted = Record<keyof Distribution, number | bigint>;

export const plainCounts = (row: Counted): Distribution => ({ red: Number(row.red), yellow: Number(row.yellow), green: Number(row.green), grey: Number(row.grey), closed: Number(row.closed) });

/**
 * The tasks this person may see by chapter or by lead unit and light: one pass over the table, grouped by the database, for at ten
 * thousand tasks nothing else is quick enough. A number here opens the ledger's list of the same filter.
 * @returns by the id of chapter or unit; under null what has none
 */
export async function distributionBy(context: Context, actor: Actor, by: 'chapter' | 'unit', filter: Partial<LedgerFilter> = {}): Promise<Map<number | null, Distribution>> {
  const day = today(context.clock);
  const rows = await context.db.$queryRaw<{ id: number | null; part: keyof Distribution; n: number | bigint }[]>`
    SELECT f."id", f."part", COUNT(*) AS "n" FROM (
      SELECT ${COLUMNS[by]} AS "id", CASE WHEN t."status" IN ('closed', 'archived') THEN 'closed' ${join(WORST_FIRST.map((light) => sql`WHEN ${lightCondition(light, day)} THEN ${light}`), ' ')} ELSE 'green' END AS "part"
      FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId"
      WHERE t."status" IN ('issued', 'underway', 'submitted', 'closed', 'archived') AND ${ledgerWhere(context, actor, { ...NO_FILTER, ...filter })}
    ) f GROUP BY f."id", f."part"`;
  const counts = new Map<number | null, Distribution>();
  for (const { id, part, n } of rows) counts.set(id, { ...(counts.get(id) ?? NOTHING), [part]: Number(n) });
  return counts;
}
