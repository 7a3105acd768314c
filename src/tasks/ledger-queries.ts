import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import type { Waiting } from './waiting-words.ts';
import { asksLeadUnit, ledgerOrder, ledgerWhere } from './ledger-sql.ts';

/** One line of the ledger. */
export interface LedgerRow {
  id: number;
  number: string | null;
  title: string;
  citation: string;
  status: string;
  startOn: Day;
  deadline: Day;
  originalDeadline: Day;
  closedOn: Day | null;
  progress: number;
  yellowFrom: Day | null;
  redFrom: Day | null;
  extensionPending: boolean;
  turn: string;
  turnSince: Date | null;
  turnUnit: string | null;
  lastAct: string | null;
  lastActAt: Date | null;
  leadUnitId: number | null;
  lead: string | null;
  /** Branches beside the lead's. */
  others: number;
  parentId: number | null;
  planId: number;
  /** Whom the lead waits for (待配合). */
  waiting: Waiting | null;
  /** The milestones that hold, for the expected progress. */
  course: string | null;
  pauses: string | null;
  /** A light set by hand that has not passed its last day (R20). */
  overrideLight: string | null;
}

const FROM = Prisma.sql`FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId" LEFT JOIN "Unit" tu ON tu."id" = t."turnUnitId"`;
/** Only as wide as the filter needs: without the unit an index alone answers. */
const fromOf = (filter: LedgerFilter) => (asksLeadUnit(filter) ? Prisma.sql`FROM "Task" t LEFT JOIN "Unit" u ON u."id" = t."leadUnitId"` : Prisma.sql`FROM "Task" t`);
const columnsOn = (day: Day) => Prisma.sql`t."id", t."number", t."title", t."citation", t."status", t."startOn", t."deadline", t."originalDeadline", t."closedOn", t."progress",
  t."yellowFrom", t."redFrom", t."extensionPending", t."turn", t."turnSince", tu."shortName" AS "turnUnit", t."lastAct", t."lastActAt", t."leadUnitId",
  u."shortName" AS "lead", (SELECT COUNT(*) FROM "Assignment" a WHERE a."taskId" = t."id" AND a."role" <> 'former') - 1 AS "others", t."parentId", t."planId", t."course", t."pauses",
  (SELECT o."light" FROM "LightOverride" o WHERE o."taskId" = t."id" AND o."status" = 'in_force' AND o."expiresOn" >= ${day}) AS "overrideLight"`;

/** As `waitingFor` says it of a task and its branches (a test holds the two against each other): the first missed day with whose it is, and how many are behind. */
const waitingColumns = (day: Day): Prisma.Sql => {
  const since = Prisma.sql`CASE WHEN a."nextDueOn" < ${day} AND (a."nextDueOn" <= a."dueOn" OR a."progress" >= 100 OR a."dueOn" >= ${day}) THEN a."nextDueOn" ELSE a."dueOn" END`;
  const behind = Prisma.sql`FROM "Assignment" a JOIN "Unit" wu ON wu."id" = a."unitId" WHERE a."taskId" = t."id" AND t."status" IN ('issued', 'underway') AND a."role" IN ('responsible', 'support')
    AND (a."objection" IS NULL OR a."objection" <> 'open') AND (a."nextDueOn" < ${day} OR (a."dueOn" < ${day} AND a."progress" < 100))`;
  return Prisma.sql`(SELECT MIN(${since} || ' ' || wu."shortName") ${behind}) AS "waitsFor", (SELECT COUNT(*) ${behind}) AS "waitsCount"`;
};

// The one list that everybody opens all day: one statement instead of Prisma's four saves more than half of its time (docs/decisions.md).
/** As the databases give it: PostgreSQL counts in bigint, SQLite has 0 and 1 for yes and no, both write instants as they like. */
type RawRow = Omit<LedgerRow, 'waiting' | 'others' | 'extensionPending' | 'turnSince' | 'lastActAt'> & {
  waitsFor: string | null; waitsCount: number | bigint; others: number | bigint; extensionPending: boolean | number; turnSince: string | Date | null; lastActAt: string | Date | null;
};

const DAY_LENGTH = 'YYYY-MM-DD'.length;

const plain = ({ waitsFor, waitsCount, ...row }: RawRow): LedgerRow => ({
  ...row, others: Number(row.others), waiting: waitsFor === null ? null : { since: waitsFor.slice(0, DAY_LENGTH), unit: waitsFor.slice(DAY_LENGTH + 1), count: Number(waitsCount) }, extensionPending: Boolean(row.extensionPending),
  turnSince: row.turnSince === null ? null : new Date(row.turnSince), lastActAt: row.lastActAt === null ? null : new Date(row.lastActAt),
});

/** One page of the tasks this person may see and the filter lets through. @param size rows at most */
export async function ledgerRows(context: Context, actor: Actor, filter: LedgerFilter, size: number): Promise<LedgerRow[]> {
  const day = today(context.clock);
  const where = ledgerWhere(context, actor, filter);
  const order = ledgerOrder(filter);
  // The page's ids first: sorting thousands of wide rows, each with its count of branches, costs ten times as much.
  const page = Prisma.sql`SELECT t."id" ${fromOf(filter)} WHERE ${where} ORDER BY ${order} LIMIT ${size} OFFSET ${(filter.page - 1) * size}`;
  const read = async (): Promise<LedgerRow[]> =>
    (await context.db.$queryRaw<RawRow[]>`SELECT ${columnsOn(day)}, ${waitingColumns(day)} ${FROM} WHERE t."id" IN (${page}) ORDER BY ${order}`).map(plain);
  return size > MOST_KEPT_ROWS ? read() : untilWritten(context.db, `ledger rows ${day} ${page.sql} ${JSON.stringify(page.values)}`, read);
}

/** Whole lists for a file are not kept. */
const MOST_KEPT_ROWS = 100;

/** How many they are: the number that links to the list. */
export async function countLedger(context: Context, actor: Actor, filter: LedgerFilter): Promise<number> {
  const where = ledgerWhere(context, actor, filter);
  const from = fromOf(filter);
  return untilWritten(context.db, `ledger ${from.sql} ${where.sql} ${JSON.stringify(where.values)}`, async () => {
    const [row] = await context.db.$queryRaw<{ n: number | bigint }[]>`SELECT COUNT(*) AS n ${from} WHERE ${where}`;
    return Number(row?.n ?? 0);
  });
}
