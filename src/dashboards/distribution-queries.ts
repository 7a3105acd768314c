import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { LIGHTS } from '../lights/light.ts';
import { NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { ledgerWhere, lightCondition } from '../tasks/ledger-sql.ts';
import type { Distribution } from './distribution.ts';

const { sql, join } = Prisma;

const LIVE = sql`t."status" IN ('issued', 'underway', 'submitted')`;
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
  const lights = LIGHTS.map((light) => tally(sql`${LIVE} AND ${lightCondition(light, day)}`, light));
  const rows = await context.db.$queryRaw<({ id: number | null } & Counted)[]>`
    SELECT ${COLUMNS[by]} AS "id", ${join(lights)}, ${tally(sql`t."status" = 'closed'`, 'closed')}
    FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId"
    WHERE (${LIVE} OR t."status" = 'closed') AND ${ledgerWhere(actor, { ...NO_FILTER, ...filter }, day)}
    GROUP BY ${COLUMNS[by]}`;
  return new Map(rows.map((row) => [row.id, plainCounts(row)]));
}
