import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { FilingStage } from './filing.ts';
import type { FilingInput } from './filing-forms.ts';
import type { FilingAct } from './filing-lifecycle.ts';
import { gatePlace, type Address, type FilingPlace } from './filing-place.ts';
import { recordFiling } from './record-filing.ts';
import { isChanged, writeFiling } from './write-filing.ts';

/** Which act saving is: the first word makes the row, the head corrects what was sent up. */
const actAt = (stage: FilingStage): FilingAct => (stage === 'blank' ? 'start' : stage === 'signoff' ? 'correct' : 'save');

/**
 * Keeps a draft of the unit's own report as it is, finished or not; nobody outside the unit sees it.
 * @returns the version that the next save must name @throws NotFound, Forbidden, Conflict
 */
export function saveFiling(context: Context, actor: Actor, address: Omit<Address, 'branchId'>, input: FilingInput): Promise<{ id: number; version: number }> {
  return transaction(context, async (tx) => {
    const place = await gatePlace(context, tx, actor, { ...address, branchId: null }, actAt);
    const id = await saveInside(tx, context, actor, place, input);
    const { version } = await tx.filing.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return { id, version };
  });
}

/**
 * The inside of a save, for acts that save on their way; the gate must have been passed.
 * @param touched the person changes more than the text: its files
 */
export async function saveInside(tx: Tx, context: Context, actor: Actor, place: FilingPlace, input: FilingInput, touched = false): Promise<number> {
  const changed = isChanged(place.filing, input);
  const id = await writeFiling(tx, context, actor, { place, act: actAt(place.facts.stage), input, touched });
  // What the page saves by itself every few seconds is in the log once for each person who writes; the words sent are kept by round.
  const begins = place.filing?.draftedById !== actor.accountId;
  if (changed && (begins || !input.auto)) await recordFiling(tx, context, actor, place, id, 'filing.saved', { progress: input.progress });
  return id;
}
