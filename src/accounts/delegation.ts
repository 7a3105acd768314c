import type { Role } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';

/** Posts that somebody else of the unit may act in for a while (AB角); auditor and administrator are officers in person. */
export const DELEGABLE: readonly Role[] = ['head', 'supervisor', 'leader'];

/** Days a delegation lasts at most: a longer absence needs a post of its own. */
export const MOST_DELEGATED_DAYS = 92;

/** For so many days after the end the two still count as one pair of eyes: what was handed in in somebody's name is not theirs to decide. */
export const SHARED_EYES_DAYS = 30;

export interface DelegationTerm {
  startsOn: Day;
  endsOn: Day;
  revokedAt: Date | null;
}

export type DelegationState = 'coming' | 'in_force' | 'over' | 'revoked';

/** Computed from the day: nothing has to run at midnight for a delegation to be over. */
export function delegationState({ startsOn, endsOn, revokedAt }: DelegationTerm, today: Day): DelegationState {
  if (revokedAt !== null) return 'revoked';
  if (today < startsOn) return 'coming';
  return today <= endsOn ? 'in_force' : 'over';
}
