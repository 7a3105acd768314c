import type { Actor } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Closing } from './task-forms.ts';
import { moveTask } from './move-task.ts';

/** The supervisor closes (办结) against the completion standard. What counts is the day the unit handed in, not the days in review (R9). */
export async function closeTask(context: Context, actor: Actor, id: number, { version, note }: Closing): Promise<void> {
  await transaction(context, async (tx) => {
    const handedIn = await tx.task.findUnique({ where: { id }, select: { submittedAt: true } });
    const now = context.clock.now();
    const columns = { closedAt: now, closedOn: dayOf(handedIn?.submittedAt ?? now), closedById: actor.accountId };
    await moveTask(tx, context, actor, id, { act: 'close', event: 'task.closed', version, columns, data: { note } });
  });
}
