import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Versioned } from './task-forms.ts';
import { moveTask } from './move-task.ts';

/** Puts away a draft that was never issued; it keeps its row and its trace in the log. */
export async function discardTask(context: Context, actor: Actor, id: number, { version }: Versioned): Promise<void> {
  await transaction(context, (tx) => moveTask(tx, context, actor, id, { act: 'discard', event: 'task.withdrawn', version }));
}
