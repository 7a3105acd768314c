import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, isUniqueViolation } from '../kernel/db/transaction.ts';
import { Conflict, Refused } from '../kernel/errors.ts';
import { TEXT_FIELDS, textOf, type FilingText } from './filing.ts';
import type { FilingInput } from './filing-forms.ts';
import { FILING_LIFE, type FilingAct, type FilingTransition } from './filing-lifecycle.ts';
import type { FilingPlace, FilingRow } from './filing-place.ts';
import { complaintsAbout, measuresOf } from './filing-rules.ts';
import { periodDays } from './filing-state.ts';

/** Who wrote what under which version; the gate has been passed. */
export interface Writing {
  place: FilingPlace;
  act: FilingAct;
  input: Pick<FilingInput, 'version'> & FilingText;
  /** The person is a writer of it even where no word has changed. */
  touched?: boolean;
  columns?: { signedOffById?: number; round?: number; firstSentAt?: Date; sentAt?: Date; clerkNote?: string };
}

/** @throws Refused where the rules keep the text from being sent (R6, R10) */
export function refuseUnsendable(context: Context, place: FilingPlace, text: FilingText): void {
  const complaints = complaintsAbout(text, measuresOf(place, context));
  if (complaints.length > 0) throw new Refused(complaints);
}

/** Whether the person has changed a word of what stands there. */
export function isChanged(filing: FilingRow | null, text: FilingText): boolean {
  if (filing === null) return true;
  const before = textOf(filing);
  return TEXT_FIELDS.some((name) => before[name] !== text[name]);
}

/** Makes or changes the row, with the status that the table gives to the act. @returns its id @throws Conflict */
export async function writeFiling(tx: Tx, context: Context, actor: Actor, { place, act, input, touched = false, columns = {} }: Writing): Promise<number> {
  const { filing, branch, period } = place;
  const row: FilingTransition = FILING_LIFE[act];
  const status = row.to ?? filing?.status ?? 'draft';
  const text = textOf(input);
  if (filing === null) {
    if (input.version !== 0) throw new Conflict();
    return createRow(tx, { ...text, ...columns, status, taskId: branch.taskId, assignmentId: branch.id, period, ...dueDays(context, place), ...byline(context, actor, null) });
  }
  const author = touched || isChanged(filing, text) ? byline(context, actor, filing) : {};
  expectChanged(await tx.filing.updateMany({
    where: { id: filing.id, version: input.version, status: filing.status },
    data: { ...text, ...columns, ...author, ...(filing.round === 0 ? dueDays(context, place) : {}), status, version: { increment: 1 } },
  }));
  return filing.id;
}

type Row = Parameters<Tx['filing']['create']>[0]['data'];

async function createRow(tx: Tx, data: Row): Promise<number> {
  try {
    return (await tx.filing.create({ data, select: { id: true } })).id;
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict(); // a colleague began the same report at the same moment
    throw error;
  }
}

const byline = (context: Context, actor: Actor, filing: FilingRow | null) => {
  const writers = new Set(filing === null ? [] : (JSON.parse(filing.writerIds) as number[]));
  // Who writes in it has it in hand: what was said about that before is over.
  return { draftedById: actor.accountId, draftedAt: context.clock.now(), handedOnAt: null, heldById: null, writerIds: JSON.stringify([...writers.add(actor.accountId)]) };
};

function dueDays(context: Context, { branch, period }: FilingPlace): { dueOn: string; originalDueOn: string } {
  const { dueOn, originalDueOn } = periodDays(branch, period, null, context.calendar);
  return { dueOn, originalDueOn };
}
