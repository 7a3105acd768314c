import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Forbidden } from '../kernel/errors.ts';
import { issueTask } from '../tasks/issue-task.ts';
import type { SeenDraft } from './desk-drafts-form.ts';

/** Hands many drafts over in one go, all of them or none. @throws Forbidden, NotFound, Conflict where one was changed meanwhile, Refused beyond a unit's cap without a reason */
export async function issueDrafts(context: Context, actor: Actor, drafts: readonly SeenDraft[], capReason = ''): Promise<void> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  await allOrNothing(context, async (inside) => {
    for (const { id, version } of drafts) await issueTask(inside, actor, id, { version, capReason });
  });
}
