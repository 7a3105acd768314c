import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Submission } from './task-forms.ts';
import { moveTask } from './move-task.ts';

/** The lead's head asks to close (申请办结), saying how the completion standard was met. */
export async function submitTask(context: Context, actor: Actor, id: number, { version, completion }: Submission): Promise<void> {
  const columns = { completion, submittedAt: context.clock.now(), submittedById: actor.accountId, returnReason: null };
  await transaction(context, (tx) => moveTask(tx, context, actor, id, { act: 'submit', event: 'task.submitted', version, columns, data: { completion } }));
}
