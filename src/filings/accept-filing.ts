import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { CHECKLIST } from './filing.ts';
import type { Review } from './filing-forms.ts';
import type { Address } from './filing-place.ts';
import { reviewFiling } from './review-filing.ts';

/** The supervisor accepts the round that was read; all five points of the checklist must hold (R8). */
export async function acceptFiling(context: Context, actor: Actor, address: Address, review: Review): Promise<void> {
  const complaint = CHECKLIST.every((point) => review.checks.includes(point)) ? null : { key: 'filings.error.checklist', field: 'checks' };
  await transaction(context, (tx) => reviewFiling(tx, context, actor, address, { act: 'accept', review, complaint, columns: () => ({ returnReason: null }) }));
}
