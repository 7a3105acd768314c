import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { FilingUpdateManyMutationInput, Tx } from '../kernel/db/client.ts';
import { expectChanged } from '../kernel/db/transaction.ts';
import { Refused, type Complaint } from '../kernel/errors.ts';
import type { Review } from './filing-forms.ts';
import { FILING_LIFE } from './filing-lifecycle.ts';
import { gatePlace, type Address, type FilingPlace } from './filing-place.ts';
import { recordFiling } from './record-filing.ts';

export interface Judgement {
  act: 'accept' | 'return' | 'lead_return';
  review: Review;
  /** What is wrong with the answer itself, told only to those who may give one. */
  complaint: Complaint | null;
  columns: (place: FilingPlace) => FilingUpdateManyMutationInput;
}

const EVENTS = { accept: 'filing.accepted', return: 'filing.returned', lead_return: 'filing.returned_by_lead' } as const;

/**
 * What accepting and returning share: the answer must name the version and the digest of the round that was read, so that nothing
 * is approved that the reviewer has not seen (SECURITY T5). @throws NotFound, Forbidden, Refused, Conflict
 */
export async function reviewFiling(tx: Tx, context: Context, actor: Actor, address: Address, { act, review, complaint, columns }: Judgement): Promise<void> {
  const place = await gatePlace(context, tx, actor, address, act);
  if (complaint !== null) throw new Refused([complaint]);
  const { filing } = place;
  const id = filing?.id ?? 0;
  const verdict = FILING_LIFE[act].to;
  const now = context.clock.now();
  expectChanged(await tx.filing.updateMany({
    where: { id, version: review.version, status: 'submitted' },
    data: { ...columns(place), status: verdict, reviewedById: actor.accountId, reviewedAt: now, version: { increment: 1 } },
  }));
  expectChanged(await tx.filingVersion.updateMany({
    where: { filingId: id, round: filing?.round ?? 0, digest: review.digest, reviewedById: null },
    data: { reviewedById: actor.accountId, reviewedAt: now, verdict, checks: JSON.stringify(review.checks), note: review.reason },
  }));
  const event = EVENTS[act];
  await recordFiling(tx, context, actor, place, id, event, { round: filing?.round, digest: review.digest, reason: review.reason, checks: review.checks });
}
