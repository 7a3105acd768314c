import type { Actor } from '../kernel/actor.ts';
import { instantAt, today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma } from '../kernel/db/client.ts';
import { addDays } from '../kernel/days.ts';
import type { Light } from '../lights/light.ts';
import { lightRulesOn } from '../lights/light-rules.ts';
import { endCondition } from './end-sql.ts';
import { ageBounds, type LedgerFilter, type Sort } from './ledger-filter.ts';
import { visibleSql } from './task-policy.ts';
import { likePattern } from './task-search.ts';

const { sql, join, empty } = Prisma;

/** A task in somebody's hands, over task t. */
export const LIVE = sql`t."status" IN ('issued', 'underway', 'submitted')`;
// What is in somebody's hands or not yet given to anybody; to the letter as in the index Task_ledger_idx.
const OPEN = sql`CASE WHEN t."status" IN ('draft', 'issued', 'underway', 'submitted') THEN 0 ELSE 1 END`;
// Handed in before the deadline and waiting for the reviewer is not overdue (R9): the turning days are cut off at that point.
const RED = (today: Day) => sql`(${LIVE} AND t."redFrom" <= ${today})`;
const YELLOW = (today: Day) => sql`(${LIVE} AND t."yellowFrom" <= ${today} AND (t."redFrom" IS NULL OR t."redFrom" > ${today}))`;
const CALM = (today: Day) => sql`(t."redFrom" IS NULL OR t."redFrom" > ${today}) AND (t."yellowFrom" IS NULL OR t."yellowFrom" > ${today})`;

/** The light as a condition on a task called t; agrees with lightOn (a test holds them against each other). */
export function lightCondition(light: Light, today: Day): Prisma.Sql {
  if (light === 'red') return RED(today);
  if (light === 'yellow') return YELLOW(today);
  const waits = sql`(t."status" = 'issued' OR t."startOn" > ${today})`;
  if (light === 'green') return sql`(t."status" IN ('closed', 'archived') OR (${LIVE} AND ${CALM(today)} AND NOT ${waits}))`;
  return sql`(t."status" IN ('draft', 'suspended', 'standing', 'merged', 'withdrawn') OR (${LIVE} AND ${CALM(today)} AND ${waits}))`;
}

/** Past the adjusted deadline and still in the unit's hands. */
export const overdueCondition = (today: Day): Prisma.Sql => sql`(t."status" IN ('issued', 'underway') AND t."deadline" < ${today})`;

/** A branch called a that its unit has yet to sign for: not taken off, and no objection waiting. */
export const UNSIGNED = sql`a."signedAt" IS NULL AND a."role" <> 'former' AND (a."objection" IS NULL OR a."objection" <> 'open')`;
/** Its time to sign may have begun later than the task was handed over. */
const handedBy = (day: Day | null): Prisma.Sql => (day === null ? empty : sql` AND (a."handedAt" IS NULL OR a."handedAt" < ${instantAt(addDays(day, 1))})`);

const GROUPS = {
  district: sql`u."kind" = 'district'`,
  park: sql`u."kind" = 'platform'`,
  city: sql`u."kind" NOT IN ('district', 'platform')`,
};

function ageCondition(age: NonNullable<LedgerFilter['age']>, today: Day): Prisma.Sql {
  const { from, to } = ageBounds(age, today);
  return sql`${overdueCondition(today)} AND t."deadline" <= ${to} ${from === null ? empty : sql`AND t."deadline" >= ${from}`}`;
}

/** A branch has not sent the report that was due, and none of its reports waits for the reviewer (R26); what is past its deadline is overdue as a whole. */
const reportLate = (today: Day): Prisma.Sql => sql`t."status" = 'underway' AND t."deadline" >= ${today} AND EXISTS (SELECT 1 FROM "Assignment" a WHERE a."taskId" = t."id" AND a."role" <> 'former'
  AND a."signedAt" IS NOT NULL AND (a."objection" IS NULL OR a."objection" <> 'open') AND a."nextDueOn" < ${today} AND NOT EXISTS (SELECT 1 FROM "Filing" f WHERE f."assignmentId" = a."id" AND f."status" = 'submitted'))`;

/** The conditions of a filter within what the person may see, over task t and lead unit u. */
export function ledgerWhere({ clock, parameters }: Pick<Context, 'clock' | 'parameters'>, actor: Actor, filter: LedgerFilter): Prisma.Sql {
  const today = dayAt(clock);
  const equal: [string, number | string | null][] = [
    ['planId', filter.plan], ['chapterId', filter.chapter], ['articleId', filter.article], ['leadUnitId', filter.lead],
    ['status', filter.status], ['turn', filter.turn], ['parentId', filter.parent],
  ];
  const conditions = [
    visibleSql(actor),
    ...equal.filter(([, value]) => value !== null).map(([column, value]) => sql`t.${Prisma.raw(`"${column}"`)} = ${value}`),
    ...(filter.q === '' ? [] : filter.q.split(/\s+/).slice(0, 5).map((word) => sql`t."searchText" LIKE ${likePattern(word)} ESCAPE '!'`)),
    ...(filter.light === null ? [] : [lightCondition(filter.light, today)]),
    ...(filter.end === null ? [] : [endCondition(filter.end)]),
    // Said so that the databases walk along the ledger's index instead of gathering all live tasks and sorting them.
    ...(filter.live ? [sql`${OPEN} = 0 AND t."status" <> 'draft'`] : []),
    ...(filter.unit === null ? [] : [sql`EXISTS (SELECT 1 FROM "Assignment" a WHERE a."taskId" = t."id" AND a."unitId" = ${filter.unit} AND a."role" <> 'former')`]),
    ...(filter.group === null ? [] : [GROUPS[filter.group]]),
    ...(filter.overdue ? [overdueCondition(today)] : []),
    ...(filter.age === null ? [] : [ageCondition(filter.age, today)]),
    ...(filter.dueSoon ? [sql`t."status" IN ('issued', 'underway') AND t."deadline" >= ${today} AND t."deadline" <= ${addDays(today, lightRulesOn(parameters, today).daysLeftYellow)}`] : []),
    // The unit's own branch where a unit is named, else anybody's.
    ...(filter.unsigned ? [sql`t."status" IN ('issued', 'underway') AND EXISTS (SELECT 1 FROM "Assignment" a WHERE a."taskId" = t."id" AND ${UNSIGNED}${handedBy(filter.issuedBy)}${filter.unit === null ? empty : sql` AND a."unitId" = ${filter.unit}`})`] : []),
    ...(filter.reportLate ? [reportLate(today)] : []),
    ...(filter.extensionPending ? [sql`t."extensionPending" = ${true}`] : []),
    ...(filter.closedLate ? [sql`t."status" IN ('closed', 'archived') AND t."closedOn" > t."deadline"`] : []),
    ...(filter.redSince === null ? [] : [sql`${RED(today)} AND t."redFrom" >= ${filter.redSince}`]),
    ...(filter.issuedBy === null ? [] : [sql`t."issuedAt" < ${instantAt(addDays(filter.issuedBy, 1))}`]),
    // Drafts that were put away are nobody's task.
    ...(filter.status === 'withdrawn' ? [] : [sql`(t."status" <> 'withdrawn' OR t."number" IS NOT NULL)`]),
  ];
  return join(conditions, ' AND ');
}

const ORDER: Record<Sort, (d: Prisma.Sql) => Prisma.Sql> = {
  // What is in somebody's hands stands before what is done.
  deadline: (d) => sql`${OPEN}, t."deadline" ${d}, t."id" ${d}`,
  number: (d) => sql`t."id" ${d}`,
  light: (d) => sql`CASE WHEN t."redFrom" IS NULL THEN 1 ELSE 0 END ${d}, t."redFrom" ${d}, t."deadline" ${d}, t."id" ${d}`,
  turn: (d) => sql`t."turnSince" ${d}, t."id" ${d}`,
  last: (d) => sql`t."lastActAt" ${d}, t."id" ${d}`,
  lead: (d) => sql`u."pinyin" ${d}, t."deadline" ${d}, t."id" ${d}`,
};

/** Whether conditions or order ask for more of the lead unit than its id. */
export const asksLeadUnit = ({ group, sort }: LedgerFilter): boolean => group !== null || sort === 'lead';

export const ledgerOrder = ({ sort, descending }: LedgerFilter): Prisma.Sql => ORDER[sort](descending ? sql`DESC` : sql`ASC`);
