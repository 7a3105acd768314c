import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { RETURN_DAYS } from './filing.ts';
import type { Review } from './filing-forms.ts';
import type { Address } from './filing-place.ts';
import { reviewFiling } from './review-filing.ts';

/** After a return the day that stood, or three working days from now where that is later (R9). */
export function dueAgain(context: Context, filing: { dueOn: Day } | null): Day {
  const again = addWorkingDays(today(context.clock), RETURN_DAYS, context.calendar);
  return filing !== null && filing.dueOn > again ? filing.dueOn : again;
}

/** The supervisor sends the round back with a reason; the unit's clock runs again, with at least three working days on it (R9). */
export async function returnFiling(context: Context, actor: Actor, address: Address, review: Review): Promise<void> {
  const complaint = review.reason === '' ? { key: 'filings.error.return_reason', field: 'reason' } : null;
  await transaction(context, (tx) => reviewFiling(tx, context, actor, address, {
    act: 'return', review, complaint,
    columns: ({ filing }) => ({ returnReason: review.reason, dueOn: dueAgain(context, filing) }),
  }));
}
