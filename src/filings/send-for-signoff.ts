import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { FilingInput } from './filing-forms.ts';
import { gatePlace, type Address } from './filing-place.ts';
import { recordFiling } from './record-filing.ts';
import { refuseUnsendable, writeFiling } from './write-filing.ts';

/** The clerk hands the finished report to the unit's head (送审签). @throws NotFound, Forbidden, Refused, Conflict */
export async function sendForSignoff(context: Context, actor: Actor, address: Omit<Address, 'branchId'>, input: FilingInput): Promise<void> {
  await transaction(context, async (tx) => {
    const place = await gatePlace(context, tx, actor, { ...address, branchId: null }, 'send_for_signoff');
    refuseUnsendable(context, place, input);
    const id = await writeFiling(tx, context, actor, { place, act: 'send_for_signoff', input, columns: { clerkNote: '' } });
    await recordFiling(tx, context, actor, place, id, 'filing.sent_for_signoff', { progress: input.progress });
  });
}
