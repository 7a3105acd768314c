import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { referenceUnits } from '../units/unit-queries.ts';
import { hasClassifiedMark } from './classified-mark.ts';
import { documentDigest } from './document-digest.ts';
import { cleanFileName } from './file-name.ts';
import { findForerunner } from './find-forerunner.ts';
import type { PlanReading, Reference } from './import/plan-reading.ts';
import { readPlan } from './import/read-plan.ts';
import { IMPORT_LIMITS } from './plan.ts';

/** A document as it was decoded; nothing of it is a plan yet. */
export interface ReadDocument {
  text: string;
  /** txt, md, docx, html, pdf, xlsx or pasted */
  format: string;
  encoding: string | null;
  fileName: string;
}

/** What became of it: a draft to look at, or the plan that this very text already is. */
export type Drafted = { draftId: number } | { planId: number };

/** How a text is read: here where it is short, elsewhere where others would have to wait. */
type Reader = (text: string, reference: Reference) => Promise<PlanReading>;
const readHere: Reader = (text, reference) => Promise.resolve(readPlan(text, reference));

/** @throws Forbidden where it is not a supervisor */
export function mayImport(actor: Actor): void {
  if (actor.role !== 'supervisor') throw new Forbidden('plans.why_not.import');
}

/**
 * Reads a document and keeps the reading to be looked at, corrected and published. The same text gives the same draft again.
 * @throws Forbidden, Refused with a sentence that says what is wrong with the document and what to do
 */
export async function draftPlan(context: Context, actor: Actor, document: ReadDocument, read: Reader = readHere): Promise<Drafted> {
  mayImport(actor);
  const { text } = document;
  refuseUnusable(document);
  const digest = documentDigest(text);
  const known = await findByDigest(context, digest);
  if (known !== null) return known;
  const reading = await read(text, { units: await referenceUnits(context) });
  refuseUnread(reading);
  const fileName = cleanFileName(document.fileName);
  const replacesId = await findForerunner(context, reading);
  const draftId = await transaction(context, async (tx) => {
    const { id } = await tx.planDraft.create({
      data: {
        digest, title: reading.title, fileName, text, format: document.format, encoding: document.encoding,
        reading: JSON.stringify(reading), replacesId, createdById: actor.accountId, createdAt: context.clock.now(),
      },
      select: { id: true },
    });
    await recordEvent(tx, context, actor, { event: 'plan.imported', subject: `draft:${id}`, data: { title: reading.title, fileName, digest } });
    return id;
  });
  return { draftId };
}

async function findByDigest({ db }: Context, digest: string): Promise<Drafted | null> {
  const plan = await db.plan.findUnique({ where: { digest }, select: { id: true } });
  if (plan !== null) return { planId: plan.id };
  const draft = await db.planDraft.findFirst({ where: { digest }, orderBy: { id: 'asc' }, select: { id: true } });
  return draft === null ? null : { draftId: draft.id };
}

/** What must not even be read: nothing, too much, a mark of secrecy. */
function refuseUnusable({ text, fileName }: ReadDocument): void {
  if (text.trim() === '') throw new Refused('plans.problem.empty');
  if (text.length > IMPORT_LIMITS.characters) throw new Refused('plans.problem.too_long', { max: IMPORT_LIMITS.characters });
  if (hasClassifiedMark(text, fileName)) throw new Refused('plans.problem.classified');
}

/** What the reader itself calls an error cannot become a plan. */
function refuseUnread(reading: PlanReading): void {
  const faults = reading.problems.filter((problem) => problem.severity === 'error');
  if (faults.length > 0) throw new Refused(faults.map(({ code, values }) => ({ key: `plans.problem.${code}`, values })));
}
