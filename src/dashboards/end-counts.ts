import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Words } from '../kernel/text.ts';
import { Prisma, type Tx } from '../kernel/db/client.ts';
import { endCondition } from '../tasks/end-sql.ts';
import { filterHref, NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { ledgerWhere } from '../tasks/ledger-sql.ts';
import { END_KINDS, type EndKind } from '../tasks/task-end.ts';
import { metricView, type Metric } from '../web/view-parts.ts';
import { tally } from './distribution-queries.ts';

export type EndCounts = Record<EndKind, number>;

const TALLIES = Prisma.join(END_KINDS.map((kind) => tally(endCondition(kind), kind)));
const plain = (row: Partial<Record<EndKind, number | bigint | null>> | undefined): EndCounts => Object.fromEntries(END_KINDS.map((kind) => [kind, Number(row?.[kind] ?? 0)])) as EndCounts;

/** How many of the tasks this person may see ended in which way; each number opens its list in the ledger. */
export async function endCounts(context: Context, actor: Actor, filter: Partial<LedgerFilter> = {}): Promise<EndCounts> {
  const where = ledgerWhere(context, actor, { ...NO_FILTER, ...filter });
  const [row] = await context.db.$queryRaw<Record<EndKind, number | bigint | null>[]>`SELECT ${TALLIES} FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId" WHERE ${where}`;
  return plain(row);
}

/** The same of everything, by plan, as a snapshot keeps it (R22); kinds of which there are none are left out. */
export async function endsByPlan(tx: Tx): Promise<{ planId: number; kind: EndKind; count: number }[]> {
  const rows = await tx.$queryRaw<({ planId: number } & Record<EndKind, number | bigint | null>)[]>`SELECT t."planId", ${TALLIES} FROM "Task" t GROUP BY t."planId"`;
  return rows.flatMap((row) => END_KINDS.map((kind) => ({ planId: row.planId, kind, count: plain(row)[kind] }))).filter((one) => one.count > 0);
}

/** Where nothing has ended otherwise than by closing there is nothing to tell apart. */
export function endMetrics(t: Words, counts: EndCounts, scope: Partial<LedgerFilter>): Metric[] {
  if (END_KINDS.every((kind) => kind === 'closed' || counts[kind] === 0)) return [];
  return END_KINDS.map((kind) => metricView(t(`tasks.end.${kind}`), counts[kind], { href: filterHref('/tasks', { ...scope, end: kind }) }));
}
