import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Forbidden } from '../kernel/errors.ts';
import { discardTask } from '../tasks/discard-task.ts';
import type { SeenDraft } from './desk-drafts-form.ts';

/** Takes drafts back that nobody was handed: their commitments are gaps again. @throws Forbidden, NotFound, Conflict where one was changed meanwhile */
export async function discardDrafts(context: Context, actor: Actor, drafts: readonly SeenDraft[]): Promise<void> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  await allOrNothing(context, async (inside) => {
    for (const { id, version } of drafts) await discardTask(inside, actor, id, { version });
  });
}
