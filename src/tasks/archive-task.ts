import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Versioned } from './task-forms.ts';
import { moveTask } from './move-task.ts';

/** A closed task on which nothing is open any more is put into the archive: from then on it can only be read. */
export async function archiveTask(context: Context, actor: Actor, id: number, { version }: Versioned): Promise<void> {
  const columns = { archivedAt: context.clock.now(), archivedById: actor.accountId };
  await transaction(context, (tx) => moveTask(tx, context, actor, id, { act: 'archive', event: 'task.archived', version, columns }));
}
