import { Prisma } from '../kernel/db/client.ts';
import type { EndKind } from './task-end.ts';

const { sql } = Prisma;

const CONDITIONS: Record<EndKind, Prisma.Sql> = {
  closed: sql`t."status" IN ('closed', 'archived')`,
  phase: sql`(t."status" IN ('issued', 'underway', 'submitted') AND EXISTS (SELECT 1 FROM "PhaseClosing" p WHERE p."taskId" = t."id"))`,
  standing: sql`t."status" = 'standing'`,
  suspended: sql`t."status" = 'suspended'`,
  merged: sql`t."status" = 'merged'`,
  // A draft that was put away had no number and was nobody's task.
  withdrawn: sql`(t."status" = 'withdrawn' AND t."number" IS NOT NULL)`,
};

/** Tasks that ended in this way, over a task called t; no task meets two of them. */
export const endCondition = (kind: EndKind): Prisma.Sql => CONDITIONS[kind];
