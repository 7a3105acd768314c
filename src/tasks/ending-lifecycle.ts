import type { EndingStatus } from './task-ending.ts';

/** How a person stands to a proposal. */
export type EndingRelation = 'supervisor' | 'leader';

/** Four eyes by account: somebody else decides; only who proposed takes back. */
export type EndingNeed = 'another' | 'proposer';

export interface EndingTransition {
  from: EndingStatus;
  to: EndingStatus;
  by: readonly EndingRelation[];
  needs: readonly EndingNeed[];
}

/** The life of a proposal to end a task: pending → confirmed / refused / taken back. */
export const ENDING_LIFE = {
  confirm: { from: 'pending', to: 'confirmed', by: ['supervisor', 'leader'], needs: ['another'] },
  refuse: { from: 'pending', to: 'refused', by: ['supervisor', 'leader'], needs: ['another'] },
  take_back: { from: 'pending', to: 'taken_back', by: ['supervisor'], needs: ['proposer'] },
} as const satisfies Record<string, EndingTransition>;

export type EndingAct = keyof typeof ENDING_LIFE;
export const ENDING_ACTS = Object.keys(ENDING_LIFE) as EndingAct[];
