import { dayOf, instantAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { Prisma, type Tx } from '../kernel/db/client.ts';
import { isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { LIVE } from '../tasks/ledger-sql.ts';
import { coverageFigures } from './coverage-figures.ts';
import { plainCounts, tally } from './distribution-queries.ts';
import type { Distribution } from './distribution.ts';
import { endsByPlan } from './end-counts.ts';
import { monthEndBefore } from './open-days.ts';

const { sql } = Prisma;
const ROWS_AT_ONCE = 500;

type Line = { planId: number; chapterId: number | null; unitId: number | null } & Distribution;

/**
 * Tasks as they stood at the end of the day. A task closed since then was live: red where its deadline had passed, else green, for the
 * days on which its light turned are not kept beyond its closing. Taken on the day itself nothing of that is needed.
 */
async function linesOn(tx: Tx, day: Day): Promise<Line[]> {
  const closed = sql`(t."status" IN ('closed', 'archived') AND t."closedOn" <= ${day})`;
  const live = sql`(t."issuedAt" < ${instantAt(addDays(day, 1))} AND (${LIVE} OR (t."status" IN ('closed', 'archived') AND t."closedOn" > ${day})))`;
  const red = sql`(t."redFrom" <= ${day} OR (t."status" IN ('closed', 'archived') AND t."deadline" < ${day}))`;
  const calm = sql`(t."redFrom" IS NULL OR t."redFrom" > ${day}) AND NOT (t."status" IN ('closed', 'archived') AND t."deadline" < ${day})`;
  const yellow = sql`t."yellowFrom" <= ${day}`;
  const untroubled = sql`${calm} AND (t."yellowFrom" IS NULL OR t."yellowFrom" > ${day})`;
  const waits = sql`(t."status" = 'issued' OR t."startOn" > ${day})`;
  const rows = await tx.$queryRaw<({ planId: number; chapterId: number | null; unitId: number | null } & Record<keyof Distribution, number | bigint>)[]>`
    SELECT t."planId", t."chapterId", t."leadUnitId" AS "unitId", ${tally(sql`${live} AND ${red}`, 'red')}, ${tally(sql`${live} AND ${calm} AND ${yellow}`, 'yellow')},
      ${tally(sql`${live} AND ${untroubled} AND NOT ${waits}`, 'green')}, ${tally(sql`${live} AND ${untroubled} AND ${waits}`, 'grey')}, ${tally(closed, 'closed')}
    FROM "Task" t WHERE ${closed} OR ${live} GROUP BY t."planId", t."chapterId", t."leadUnitId"`;
  return rows.map((row) => ({ planId: row.planId, chapterId: row.chapterId, unitId: row.unitId, ...plainCounts(row) }));
}

/**
 * Freezes the state of everything at the end of a day, usually a month's last (R22). Once there is one for that day it stays as it is.
 * @returns false where there was one
 * @throws Refused for a day that is not over and is not today
 */
export async function takeSnapshot(context: Context, day: Day): Promise<boolean> {
  const takenAt = context.clock.now();
  if (day > dayOf(takenAt)) throw new Refused('dashboards.error.future_day', { day });
  if ((await context.db.snapshot.count({ where: { day } })) > 0) return false;
  try {
    await transaction(context, async (tx) => {
      const { id } = await tx.snapshot.create({ data: { day, takenAt } });
      const lines = (await linesOn(tx, day)).map((line) => ({ snapshotId: id, ...line }));
      for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) await tx.snapshotLine.createMany({ data: lines.slice(at, at + ROWS_AT_ONCE) });
      const figures = await coverageFigures({ ...context, db: tx as Context['db'] });
      await tx.snapshotPlan.createMany({ data: figures.map((figure) => ({ snapshotId: id, ...figure })) });
      await tx.snapshotEnd.createMany({ data: (await endsByPlan(tx)).map((end) => ({ snapshotId: id, ...end })) });
      await recordEvent(tx, context, null, { event: 'snapshot.taken', subject: `snapshot:${day}`, data: { day, lines: lines.length } });
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Makes up for the end of last month where nobody took it; not for the time before anything was handed over. */
export async function ensureSnapshot(context: Context): Promise<void> {
  const day = monthEndBefore(dayOf(context.clock.now()));
  if ((await context.db.snapshot.count({ where: { day } })) > 0) return;
  const first = await context.db.task.findFirst({ where: { issuedAt: { lt: instantAt(addDays(day, 1)) } }, select: { id: true } });
  if (first !== null) await takeSnapshot(context, day);
}
