import { dayOf, type Day } from '../kernel/clock.ts';
import { addDays, latest } from '../kernel/days.ts';
import { Prisma, type Tx } from '../kernel/db/client.ts';
import { ENDED_STATUSES } from './task.ts';
import type { TaskFacts } from './task-policy.ts';

/** What is still open on a task; the rules that ask for it are in the lifecycle. */
export type OpenMatters = Pick<TaskFacts, 'filingsInReview' | 'liveChildren' | 'findingsUntil' | 'unsettled'>;

/** The last day on which somebody may still object to a finding of the task. */
type Row = Counted & { findingsUntil: string | null };
type Counted = Record<'filings' | 'children' | 'problems' | 'instructions' | 'objections' | 'slips' | 'coordinations' | 'findings' | 'undatedFindings', number | bigint>;

/**
 * Findings of an older version have no last day of objection in their record (`undatedFindings`). The five working days that a unit has
 * lie within so many calendar days, the longest holiday included; after them nobody can object any more.
 */
const OLDER_TERM_DAYS = 14;

/** One statement over indexes: the client's own counts of relations would read each whole table first. */
export async function openMattersOf(db: Tx, taskId: number): Promise<OpenMatters> {
  const [row] = await db.$queryRaw<Row[]>`SELECT
    (SELECT COUNT(*) FROM "Filing" WHERE "taskId" = ${taskId} AND "status" = 'submitted') AS "filings",
    (SELECT COUNT(*) FROM "Task" WHERE "parentId" = ${taskId} AND "status" NOT IN (${Prisma.join(ENDED_STATUSES)})) AS "children",
    (SELECT COUNT(*) FROM "Problem" WHERE "taskId" = ${taskId} AND "status" IN ('open', 'disputed', 'rectified', 'confirmed')) AS "problems",
    (SELECT COUNT(*) FROM "Instruction" WHERE "taskId" = ${taskId} AND "status" IN ('open', 'replied')) AS "instructions",
    (SELECT COUNT(*) FROM "Assignment" WHERE "taskId" = ${taskId} AND "objection" = 'open') AS "objections",
    (SELECT COUNT(*) FROM "Slip" WHERE "taskId" = ${taskId} AND "repliedAt" IS NULL) AS "slips",
    (SELECT COUNT(*) FROM "Coordination" WHERE "taskId" = ${taskId} AND "status" IN ('open', 'assigned', 'answered')) AS "coordinations",
    (SELECT COUNT(*) FROM "Verification" v JOIN "FindingObjection" o ON o."verificationId" = v."id" WHERE v."taskId" = ${taskId} AND o."status" = 'open') AS "findings",
    (SELECT COUNT(*) FROM "Verification" v WHERE v."taskId" = ${taskId} AND v."objectUntil" IS NULL) AS "undatedFindings",
    (SELECT MAX(v."objectUntil") FROM "Verification" v WHERE v."taskId" = ${taskId} AND NOT EXISTS (SELECT 1 FROM "FindingObjection" o WHERE o."verificationId" = v."id")) AS "findingsUntil"`;
  const count = (what: keyof Counted): number => Number(row?.[what] ?? 0);
  return {
    filingsInReview: count('filings'), liveChildren: count('children'), findingsUntil: latest(row?.findingsUntil, count('undatedFindings') === 0 ? null : await lastTermOfUndated(db, taskId)),
    unsettled: {
      slips_answered: count('slips'), coordinations_ended: count('coordinations'), findings_decided: count('findings'),
      problems_ended: count('problems'), instructions_closed: count('instructions'), objections_decided: count('objections'),
    },
  };
}

/** By when nobody can object to any of them any more. */
async function lastTermOfUndated(db: Tx, taskId: number): Promise<Day | null> {
  const last = await db.verification.findFirst({ where: { taskId, objectUntil: null, objection: null }, orderBy: { recordedAt: 'desc' }, select: { recordedAt: true } });
  return last === null ? null : addDays(dayOf(last.recordedAt), OLDER_TERM_DAYS);
}
