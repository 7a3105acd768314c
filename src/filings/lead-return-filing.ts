import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Review } from './filing-forms.ts';
import type { Address } from './filing-place.ts';
import { dueAgain } from './return-filing.ts';
import { reviewFiling } from './review-filing.ts';

/** The lead's head sends a supporting unit's report back, once per period; the unit's clock runs again as after the supervisor's return (R9). @throws NotFound, Forbidden, Refused, Conflict */
export async function leadReturnFiling(context: Context, actor: Actor, address: Address, review: Review): Promise<void> {
  const complaint = review.reason === '' ? { key: 'filings.error.return_reason', field: 'reason' } : null;
  await transaction(context, (tx) => reviewFiling(tx, context, actor, address, {
    act: 'lead_return', review, complaint,
    columns: ({ filing }) => ({ returnReason: review.reason, dueOn: dueAgain(context, filing), leadReturnedRound: filing?.round ?? 0 }),
  }));
}
