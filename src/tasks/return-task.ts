import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Return } from './task-forms.ts';
import { moveTask } from './move-task.ts';

/** The supervisor sends an application to close back with a reason; the unit's clock runs again (R9). */
export async function returnTask(context: Context, actor: Actor, id: number, { version, reason }: Return): Promise<void> {
  const columns = { returnReason: reason, submittedAt: null, submittedById: null };
  await transaction(context, (tx) => moveTask(tx, context, actor, id, { act: 'return', event: 'task.returned', version, columns, data: { reason } }));
}
