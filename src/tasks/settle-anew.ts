import type { Context } from '../kernel/context.ts';
import { Prisma, type Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { settleTask } from './settle-task.ts';
import { LIVE_STATUSES } from './task.ts';

/** Which way of deriving the stored values rest on. One more wherever the program makes something else of the same facts than before: due days, turning days, turns. */
const DERIVATION = '2';
const SETTING = 'tasks-derivation';
const AT_ONCE = 100;

/**
 * After an update of the program that derives otherwise: settles every live task once, so that lists and pages do not differ until
 * somebody acts. Broken off and begun anew it ends the same. @returns how many tasks were settled
 */
export async function settleAnew(context: Context): Promise<number> {
  const { db } = context;
  if ((await db.setting.findUnique({ where: { key: SETTING } }))?.value === DERIVATION) return 0;
  let count = 0;
  for (let last = 0; ;) {
    const tasks = await db.task.findMany({ where: { id: { gt: last }, status: { in: [...LIVE_STATUSES] } }, select: { id: true }, orderBy: { id: 'asc' }, take: AT_ONCE });
    if (tasks.length === 0) break;
    await transaction(context, (tx) => settleSome(tx, context, tasks.map((task) => task.id)));
    count += tasks.length;
    last = tasks.at(-1)?.id ?? 0;
  }
  await transaction(context, (tx) => tx.setting.upsert({ where: { key: SETTING }, create: { key: SETTING, value: DERIVATION }, update: { value: DERIVATION } }));
  return count;
}

async function settleSome(tx: Tx, context: Context, ids: number[]): Promise<void> {
  // Another server that has begun as well comes before or after.
  await tx.$executeRaw`UPDATE "Task" SET "version" = "version" WHERE "id" IN (${Prisma.join(ids)})`;
  for (const id of ids) await settleTask(tx, context, id, null);
}
