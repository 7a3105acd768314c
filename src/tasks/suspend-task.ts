import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { childrenFor, moveChild } from './end-children.ts';
import type { SuspendWish } from './ending-forms.ts';
import { moveTask } from './move-task.ts';
import { beginPause } from './pauses.ts';

/** A supervisor stops a task for a while (中止), with the districts' children that are under way: grey, nothing owed, in nobody's hands. */
export async function suspendTask(context: Context, actor: Actor, id: number, { version, reason, lookAgainOn }: SuspendWish): Promise<void> {
  const today = dayAt(context.clock);
  await transaction(context, async (tx) => {
    const before = await tx.task.findUnique({ where: { id }, select: { status: true, pauses: true } });
    const columns = { pauses: beginPause(before?.pauses ?? null, today) };
    await moveTask(tx, context, actor, id, { act: 'suspend', event: 'task.suspended', version, columns, data: { reason, lookAgainOn } });
    if (lookAgainOn <= today) throw new Refused([{ key: 'tasks.error.look_again_past', field: 'lookAgainOn' }]);
    const write = (taskId: number, wasStatus: string, withId: number | null) => noteSuspension(tx, context, actor, { taskId, wasStatus, withId, reason, lookAgainOn });
    const withId = await write(id, before?.status ?? '', null);
    for (const child of await childrenFor(tx, id, 'suspend')) {
      await write(child.id, child.status, withId);
      await moveChild(tx, context, actor, child, { event: 'task.suspended', columns: { status: 'suspended', pauses: beginPause(child.pauses, today) }, data: { reason, lookAgainOn } });
    }
  });
}

async function noteSuspension(tx: Tx, context: Context, actor: Actor, facts: { taskId: number; wasStatus: string; withId: number | null; reason: string; lookAgainOn: string }): Promise<number> {
  const row = await tx.suspension.create({ data: { ...facts, suspendedOn: dayAt(context.clock), suspendedAt: context.clock.now(), suspendedById: actor.accountId } });
  return row.id;
}
