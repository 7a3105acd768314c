import { holderOfPost, sameEyes, type Actor } from '../kernel/actor.ts';
import { Prisma } from '../kernel/db/client.ts';
import { LIVE } from '../tasks/ledger-sql.ts';

const { sql } = Prisma;

// The piles of supervision-piles.ts as numbers for the shell; a test holds the two against each other.

const RULINGS = (eyes: Prisma.Sql) => sql`("status" = 'disputed' AND "raisedById" NOT IN (${eyes}) AND "objectedById" NOT IN (${eyes}))
  OR ("status" = 'confirmed' AND "rectifiedById" NOT IN (${eyes}) AND "recheckedById" NOT IN (${eyes}))`;

/** Steps on problems: rulings and striking off are a supervisor's, the recheck also an inspector's. */
function problemSteps(role: Actor['role'], eyes: Prisma.Sql): Prisma.Sql {
  const recheck = sql`("status" = 'rectified' AND "rectifiedById" NOT IN (${eyes}))`;
  return sql`(SELECT COUNT(*) FROM "Problem" WHERE ${role === 'supervisor' ? sql`${recheck} OR ${RULINGS(eyes)}` : recheck})`;
}

const disputedFindings = (eyes: Prisma.Sql) => sql`(SELECT COUNT(*) FROM "FindingObjection" o JOIN "Verification" v ON v."id" = o."verificationId"
  WHERE o."status" = 'open' AND o."objectedById" NOT IN (${eyes}) AND v."recordedById" NOT IN (${eyes}))`;

const answeredInstructions = (eyes: Prisma.Sql, leaderId: number | null) => sql`(SELECT COUNT(*) FROM "Instruction"
  WHERE "status" = 'replied' AND "repliedById" NOT IN (${eyes})${leaderId === null ? Prisma.empty : sql` AND "leaderId" = ${leaderId}`})`;

const proposedLights = (eyes: Prisma.Sql) => sql`(SELECT COUNT(*) FROM "LightOverride" o JOIN "Task" t ON t."id" = o."taskId"
  WHERE o."status" = 'proposed' AND o."proposedById" NOT IN (${eyes}) AND ${LIVE})`;

/** How much of what units answered, and inspectors proposed, waits for this person who oversees them. */
export function answersWaiting(actor: Actor): Prisma.Sql {
  const eyes = Prisma.join(sameEyes(actor));
  switch (actor.role) {
    case 'supervisor': return sql`${problemSteps('supervisor', eyes)} + ${disputedFindings(eyes)} + ${answeredInstructions(eyes, null)} + ${proposedLights(eyes)}`;
    case 'inspector': return sql`${problemSteps('inspector', eyes)} + ${disputedFindings(eyes)}`;
    case 'leader': return answeredInstructions(eyes, holderOfPost(actor));
    default: return sql`0`;
  }
}
