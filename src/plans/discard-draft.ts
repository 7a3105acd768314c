import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { mayImport } from './draft-plan.ts';

/** Throws an import away that was never published. @throws Forbidden, NotFound, Conflict */
export async function discardDraft(context: Context, actor: Actor, draftId: number, input: { version: number }): Promise<void> {
  mayImport(actor);
  await transaction(context, async (tx) => {
    const draft = await tx.planDraft.findUnique({ where: { id: draftId }, select: { title: true } });
    if (draft === null) throw new NotFound(`draft ${draftId}`);
    expectChanged(await tx.planDraft.deleteMany({ where: { id: draftId, version: input.version } }));
    await recordEvent(tx, context, actor, { event: 'plan.draft_discarded', subject: `draft:${draftId}`, data: { title: draft.title } });
  });
}
