import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { correctReading, type Correction } from './draft-correction.ts';
import { findDraft } from './draft-queries.ts';

/** Puts one thing right in a draft. @throws Forbidden, NotFound, Refused, Conflict where somebody corrected it meanwhile */
export async function correctDraft(context: Context, actor: Actor, draftId: number, version: number, correction: Correction): Promise<void> {
  await transaction(context, async (tx) => {
    const draft = await findDraft({ ...context, db: tx as Context['db'] }, actor, draftId);
    const reading = correctReading(draft.reading, draft.text, correction);
    expectChanged(await tx.planDraft.updateMany({ where: { id: draftId, version }, data: { reading: JSON.stringify(reading), version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event: 'plan.draft_corrected', subject: `draft:${draftId}`, data: { ...correction } });
  });
}
