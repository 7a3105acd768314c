import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Prisma, type Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { rulesOn, type RulesFor } from '../lights/light-rules.ts';
import { turningDays, type TurningDays } from '../lights/turning-days.ts';
import { factsOfBranches, lightFactsOf, LIGHT_PARTS } from './light-facts.ts';
import { LIVE_STATUSES } from './task.ts';

const AT_ONCE = 200;

/**
 * Derives the turning days of every live task and branch anew by the rules in force today, as is due once when others have come into
 * force. Task by task the outcome is that of `settleTask`; begun anew it ends the same. @returns how many rows turned another day
 */
export async function settleLights(context: Context): Promise<number> {
  const rulesFor = rulesOn(context.parameters, today(context.clock));
  let changed = 0;
  for (let last = 0; ;) {
    const ids = (await context.db.task.findMany({ where: { id: { gt: last }, status: { in: [...LIVE_STATUSES] } }, select: { id: true }, orderBy: { id: 'asc' }, take: AT_ONCE })).map((task) => task.id);
    if (ids.length === 0) return changed;
    changed += await transaction(context, (tx) => settleSome(tx, context, ids, rulesFor));
    last = ids.at(-1) ?? 0;
  }
}

async function settleSome(tx: Tx, { calendar }: Context, ids: number[], rulesFor: RulesFor): Promise<number> {
  // Whoever acts on one of them meanwhile comes before or after.
  await tx.$executeRaw`UPDATE "Task" SET "version" = "version" WHERE "id" IN (${Prisma.join(ids)})`;
  const tasks = await tx.task.findMany({ where: { id: { in: ids } }, include: LIGHT_PARTS });
  let changed = 0;
  for (const task of tasks) {
    const branches = factsOfBranches(task, calendar);
    const whole = lightFactsOf(task, branches, rulesFor);
    if (whole !== null && differs(task, turningDays(whole, rulesFor(whole)))) {
      await tx.task.updateMany({ where: { id: task.id }, data: turningDays(whole, rulesFor(whole)) });
      changed += 1;
    }
    for (const row of task.assignments) {
      const facts = branches.get(row.id);
      if (facts === undefined || !differs(row, turningDays(facts, rulesFor(facts)))) continue;
      await tx.assignment.updateMany({ where: { id: row.id }, data: turningDays(facts, rulesFor(facts)) });
      changed += 1;
    }
  }
  return changed;
}

const differs = (row: TurningDays, days: TurningDays): boolean => row.yellowFrom !== days.yellowFrom || row.redFrom !== days.redFrom;
