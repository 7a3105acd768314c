import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { tally } from './distribution-queries.ts';

const { sql } = Prisma;

// What src/coverage tells of each commitment, counted by the database: a desk must not load a plan's every sentence and task.
// A test holds the two against each other.

const hasTask = (statuses: Prisma.Sql): Prisma.Sql => {
  const task = (source: Prisma.Sql): Prisma.Sql => sql`EXISTS (SELECT 1 FROM "TaskSource" x JOIN "Task" t ON t."id" = x."taskId"
    WHERE ${source} AND t."parentId" IS NULL AND t."status" IN (${statuses}))`;
  return sql`(${task(sql`x."commitmentId" = c."id"`)} OR ${task(sql`x."sentenceId" = c."sentenceId" AND x."commitmentId" IS NULL`)})`;
};
const CARRIED = hasTask(sql`'issued', 'underway', 'submitted', 'closed', 'archived', 'standing'`);
const BEGUN = hasTask(sql`'issued', 'underway', 'submitted', 'closed', 'archived', 'standing', 'draft', 'suspended'`);
const EXEMPT = sql`(c."decision" = 'not_decomposed' AND c."approvedById" IS NOT NULL)`;

/** Coverage of a plan in whole numbers; mere words are left out. */
export interface CoverageFigures {
  planId: number;
  commitments: number;
  /** In somebody's hands, or deliberately not decomposed. */
  settled: number;
}

/** Of every plan that is being carried out. Open to all readers of plans, as the text itself. */
export async function coverageFigures({ db }: Context): Promise<CoverageFigures[]> {
  const rows = await db.$queryRaw<Record<keyof CoverageFigures, number | bigint>[]>`
    SELECT f."planId", COUNT(*) AS "commitments", ${tally(sql`f."carried" = 1 OR (f."exempt" = 1 AND f."begun" = 0)`, 'settled')}
    FROM (SELECT c."planId", c."decision", CASE WHEN ${CARRIED} THEN 1 ELSE 0 END AS "carried", CASE WHEN ${BEGUN} THEN 1 ELSE 0 END AS "begun",
        CASE WHEN ${EXEMPT} THEN 1 ELSE 0 END AS "exempt"
      FROM "Commitment" c JOIN "Plan" p ON p."id" = c."planId" WHERE p."status" = 'running') f
    WHERE f."carried" = 1 OR f."decision" <> 'statement' GROUP BY f."planId" ORDER BY f."planId"`;
  return rows.map((row) => ({ planId: Number(row.planId), commitments: Number(row.commitments), settled: Number(row.settled) }));
}

/** Covered share in whole percent, as the plan's own page shows it; null where a plan asks nothing. */
export function coveredPercent(figures: readonly Pick<CoverageFigures, 'commitments' | 'settled'>[]): number | null {
  const all = figures.reduce((sum, f) => sum + f.commitments, 0);
  const settled = figures.reduce((sum, f) => sum + f.settled, 0);
  return all === 0 ? null : Math.floor((settled / all) * 100);
}

/** An article with commitments that nobody has been given. */
export interface ArticleGap {
  planId: number;
  articleId: number | null;
  chapterId: number | null;
  label: string | null;
  title: string | null;
  /** Ordinal of the first sentence without a task. */
  sentence: number;
  gaps: number;
}

const GAP = sql`c."decision" <> 'statement' AND NOT ${EXEMPT} AND NOT ${BEGUN}`;

/** Articles of running plans that still hold commitments without a task, in the order of the text. */
export async function articleGaps({ db }: Context): Promise<ArticleGap[]> {
  const rows = await db.$queryRaw<(Omit<ArticleGap, 'gaps'> & { gaps: number | bigint })[]>`
    SELECT c."planId", s."articleId", MIN(s."chapterId") AS "chapterId", n."label", n."title", MIN(s."ordinal") AS "sentence", COUNT(*) AS "gaps"
    FROM "Commitment" c JOIN "Plan" p ON p."id" = c."planId" JOIN "Sentence" s ON s."id" = c."sentenceId" LEFT JOIN "PlanNode" n ON n."id" = s."articleId"
    WHERE p."status" = 'running' AND ${GAP}
    GROUP BY c."planId", s."articleId", n."label", n."title" ORDER BY c."planId", MIN(s."ordinal")`;
  return rows.map((row) => ({ ...row, gaps: Number(row.gaps) }));
}
