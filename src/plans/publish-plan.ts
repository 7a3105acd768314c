import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { PlanDraftModel, Tx } from '../kernel/db/client.ts';
import { expectChanged, isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { referenceUnits } from '../units/unit-queries.ts';
import { mayImport } from './draft-plan.ts';
import { restateDuties } from './import/apply-stated-duties.ts';
import type { PlanReading } from './import/plan-reading.ts';
import type { Publication } from './plan-forms.ts';
import { savePlanRows } from './save-plan-rows.ts';
import { unknownNames } from './unknown-names.ts';

/**
 * Makes a draft a plan: its row, outline, sentences and commitments in one transaction; the draft is used up.
 * @throws Forbidden, NotFound, Conflict where somebody changed the draft or published the same text meanwhile
 */
export async function publishPlan(context: Context, actor: Actor, draftId: number, input: Publication): Promise<{ planId: number }> {
  mayImport(actor);
  try {
    return await transaction(context, async (tx) => {
      const draft = await tx.planDraft.findUnique({ where: { id: draftId } });
      if (draft === null) throw new NotFound(`draft ${draftId}`);
      expectChanged(await tx.planDraft.deleteMany({ where: { id: draftId, version: input.version } }));
      const reference = { units: await referenceUnits({ ...context, db: tx as Context['db'] }) };
      const reading = restateDuties(JSON.parse(draft.reading) as PlanReading, reference);
      const planId = await savePlan(tx, context, actor, draft, input);
      await savePlanRows(tx, planId, reading, reference);
      const unknown = unknownNames(reading.responsibilities, reference);
      if (unknown.length > 0) await tx.unknownName.createMany({ data: unknown.map((one) => ({ ...one, planId })) });
      await recordEvent(tx, context, actor, {
        event: 'plan.published', subject: `plan:${planId}`,
        data: { title: input.title, digest: draft.digest, sentences: reading.sentences.length, commitments: reading.commitments.length },
      });
      return { planId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('plans.publish.error.already');
    throw error;
  }
}

async function savePlan(tx: Tx, context: Context, actor: Actor, draft: PlanDraftModel, input: Publication): Promise<number> {
  const { title, shortTitle, issuingBody, adoptedOn, startsOn, endsOn } = input;
  const { id } = await tx.plan.create({
    data: {
      title, shortTitle, issuingBody, adoptedOn, startsOn, endsOn, status: 'running',
      sourceText: draft.text, sourceFormat: draft.format, sourceEncoding: draft.encoding, fileName: draft.fileName, digest: draft.digest,
      importedAt: context.clock.now(), importedById: actor.accountId, replacesId: draft.replacesId,
    },
    select: { id: true },
  });
  return id;
}
