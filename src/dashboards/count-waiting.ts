import { sameEyes, type Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { Prisma } from '../kernel/db/client.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { lightRulesOn } from '../lights/light-rules.ts';
import { DEAD_DAYS } from '../messages/delivery-queries.ts';
import { strandedIn } from '../succession/held-work-queries.ts';
import { LIVE, UNSIGNED } from '../tasks/ledger-sql.ts';
import { openDays, type OpenDays } from './open-days.ts';
import { answersWaiting } from './supervision-counts.ts';

const { sql } = Prisma;

const WAITS_FOR_REVIEW = sql`(SELECT COUNT(*) FROM "Filing" WHERE "status" = 'submitted')
  + (SELECT COUNT(*) FROM "Task" WHERE "status" IN ('submitted', 'draft'))
  + (SELECT COUNT(*) FROM "Extension" e JOIN "Task" t ON t."id" = e."taskId" WHERE e."status" = 'pending' AND ${LIVE})
  + (SELECT COUNT(*) FROM "Assignment" a JOIN "Task" t ON t."id" = a."taskId" WHERE a."objection" = 'open' AND t."status" IN ('issued', 'underway'))
  + (SELECT COUNT(*) FROM "OverdueExplanation" x JOIN "Task" t ON t."id" = x."taskId" WHERE x."status" = 'open' AND ${LIVE})
  + (SELECT COUNT(*) FROM "Milestone" m JOIN "Task" t ON t."id" = m."taskId" WHERE m."status" = 'reported' AND m."retiredAt" IS NULL AND ${LIVE})`;

const WAITS_FOR_LEADER = sql`(SELECT COUNT(*) FROM "Extension" e JOIN "Task" t ON t."id" = e."taskId" WHERE e."status" = 'endorsed' AND ${LIVE})`;

/** Proposals of others to end a task. */
const endings = (eyes: number[]) => sql`(SELECT COUNT(*) FROM "TaskEnding" WHERE "status" = 'pending' AND "proposedById" NOT IN (${Prisma.join(eyes)}))`;

/** Parameters that others proposed. */
const proposedParameters = (eyes: number[]) => sql`(SELECT COUNT(*) FROM "ParameterSet" WHERE "status" = 'proposed' AND "proposedById" NOT IN (${Prisma.join(eyes)}))`;

const coordination = (condition: Prisma.Sql) => sql`(SELECT COUNT(*) FROM "Coordination" WHERE ${condition})`;
const ASKED_OF_SUPERVISORS = coordination(sql`"status" IN ('open', 'assigned') AND "owner" IN ('supervisor', 'outside')`);
const ASKED_OF_LEADERS = coordination(sql`"status" IN ('open', 'assigned') AND "owner" = 'leader'`);
const askedOf = (unitId: number) => coordination(sql`("status" IN ('open', 'assigned') AND "owner" = 'unit' AND "ownerUnitId" = ${unitId}) OR ("status" = 'answered' AND "unitId" = ${unitId})`);

const overdue = (day: Day) => sql`(SELECT COUNT(*) FROM "Task" WHERE "status" IN ('issued', 'underway') AND "deadline" < ${day})`;

const locked = (now: Date) => sql`(SELECT COUNT(*) FROM "Account" WHERE "active" = ${true} AND "lockedUntil" > ${now})`;

/** What could not be delivered outside and nobody has put aside. */
const undelivered = (since: Day) => sql`(SELECT COUNT(*) FROM "Delivery" d JOIN "Message" m ON m."id" = d."messageId" WHERE d."status" = 'dead' AND m."day" >= ${since})`;

const begun = (unitId: number, statuses: Prisma.Sql) => sql`(SELECT COUNT(*) FROM "Assignment" a JOIN "Filing" f ON f."assignmentId" = a."id" JOIN "Task" t ON t."id" = a."taskId"
  WHERE a."unitId" = ${unitId} AND a."role" <> 'former' AND f."status" IN (${statuses}) AND t."status" = 'underway')`;

const unsigned = (unitId: number) => sql`(SELECT COUNT(*) FROM "Assignment" a JOIN "Task" t ON t."id" = a."taskId"
  WHERE a."unitId" = ${unitId} AND ${UNSIGNED} AND t."status" IN ('issued', 'underway'))`;

const dueWithin = (unitId: number, day: Day) => sql`(SELECT COUNT(*) FROM "Task" WHERE "leadUnitId" = ${unitId} AND "status" IN ('issued', 'underway') AND "deadline" <= ${day})`;

const owing = (unitId: number, { report, support, once }: OpenDays, before: Day) => sql`(SELECT COUNT(*) FROM "Assignment" a JOIN "Task" t ON t."id" = a."taskId"
  WHERE a."unitId" = ${unitId} AND a."signedAt" IS NOT NULL AND t."status" = 'underway' AND a."nextDueOn" < ${before}
  AND a."nextDueOn" <= CASE WHEN t."cycle" = 'once' THEN ${once} WHEN a."role" = 'support' THEN ${support} ELSE ${report} END
  AND NOT EXISTS (SELECT 1 FROM "Filing" f WHERE f."assignmentId" = a."id" AND f."status" IN ('draft', 'signoff', 'returned')))`;

const pressed = (unitId: number) => sql`(SELECT COUNT(*) FROM "Slip" WHERE "unitId" = ${unitId} AND "repliedAt" IS NULL)
  + (SELECT COUNT(*) FROM "Problem" WHERE "unitId" = ${unitId} AND "status" = 'open') + (SELECT COUNT(*) FROM "Instruction" WHERE "unitId" = ${unitId} AND "status" = 'open')`;

const NEVER = '9999-12-31';

function countOf({ clock, wallClock, calendar, parameters }: Context, actor: Actor): Prisma.Sql | null {
  const { role, unitId } = actor;
  const day = today(clock);
  switch (role) {
    case 'supervisor': return sql`${WAITS_FOR_REVIEW} + ${endings(sameEyes(actor))} + ${ASKED_OF_SUPERVISORS} + ${proposedParameters(sameEyes(actor))} + ${answersWaiting(actor)}`;
    case 'inspector': return sql`${overdue(day)} + ${answersWaiting(actor)}`;
    case 'head': return sql`${pressed(unitId)} + ${askedOf(unitId)} + ${unsigned(unitId)} + ${begun(unitId, sql`'signoff', 'returned'`)} + ${owing(unitId, openDays(day, calendar), day)} + ${dueWithin(unitId, addDays(day, lightRulesOn(parameters, day).daysLeftYellow))}`;
    case 'clerk': return sql`${begun(unitId, sql`'draft', 'returned'`)} + ${owing(unitId, openDays(day, calendar), NEVER)}`;
    case 'admin': return sql`${locked(wallClock.now())} + ${undelivered(addDays(day, -DEAD_DAYS))}`;
    case 'leader': return sql`${WAITS_FOR_LEADER} + ${ASKED_OF_LEADERS} + ${endings(sameEyes(actor))} + ${proposedParameters(sameEyes(actor))} + ${answersWaiting(actor)}`;
    case 'auditor': return null;
  }
}

/** People of the unit who left and still have something in hand, for those who hand it on. */
const stranded = async (context: Context, { role, unitId }: Actor): Promise<number> => (role === 'supervisor' || role === 'head' ? (await strandedIn(context, unitId)).size : 0);

/**
 * How many matters wait for this person: the sum of the piles of their desk that do (a test holds the two against each other). It
 * stands on every page, so it is one statement over indexes (and a few for whose work lies stranded), and asked once until something is written. It names the unit itself instead of asking the policy, which would tell
 * the net that somebody checked the page around it.
 */
export async function countWaiting(context: Context, actor: Actor): Promise<number> {
  const count = countOf(context, actor);
  if (count === null) return 0;
  // Who left turns with accounts and posts, which the day and what is written decide.
  return untilWritten(context.db, `waiting ${actor.role} ${String(actor.unitId)} ${today(context.clock)} ${count.sql} ${JSON.stringify(count.values)}`, async () => {
    const [row] = await context.db.$queryRaw<{ n: number | bigint }[]>`SELECT ${count} AS n`;
    return Number(row?.n ?? 0) + (await stranded(context, actor));
  });
}
