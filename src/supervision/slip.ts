import type { Day } from '../kernel/clock.ts';

/** The numbered rungs of pressing (DOMAIN §2): 催办单 and 督办通知单. */
export const SLIP_KINDS = ['urge', 'notice'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** What a unit is behind with: its deadline, a report, its signature; urgent where nothing was due yet. */
export const GROUNDS = ['deadline', 'filing', 'signature', 'urgent'] as const;
export type GroundKind = (typeof GROUNDS)[number];

/** A day that passed without what was due on it. */
export interface Ground {
  kind: GroundKind;
  day: Day;
}

/** Computed, never stored: answered, still within its term, or past it. */
export const SLIP_STATES = ['open', 'late', 'replied'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

export const slipState = (slip: { replyDueOn: Day; repliedAt: Date | null }, today: Day): SlipState =>
  slip.repliedAt !== null ? 'replied' : slip.replyDueOn < today ? 'late' : 'open';
