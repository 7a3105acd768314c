import type { Relation } from './task-lifecycle.ts';
import type { TaskStatus } from './task.ts';

/** 逾期说明 and the 整改时限 that answers it (R13). It changes neither deadline nor light. */
export const EXPLANATION_STATUSES = ['open', 'answered'] as const;
export type ExplanationStatus = (typeof EXPLANATION_STATUSES)[number];

/** `none` also where the last rectification limit has passed in vain: the unit explains again. */
export type ExplanationStage = ExplanationStatus | 'none';
export type ExplanationNeed = 'past_deadline' | 'other_person';

export interface ExplanationTransition {
  from: readonly ExplanationStage[];
  to: ExplanationStatus;
  by: readonly Relation[];
  during: readonly TaskStatus[];
  needs: readonly ExplanationNeed[];
}

export const EXPLANATION_LIFE = {
  explain: { from: ['none'], to: 'open', by: ['lead_head'], during: ['issued', 'underway'], needs: ['past_deadline'] },
  answer: { from: ['open'], to: 'answered', by: ['supervisor'], during: ['issued', 'underway', 'submitted'], needs: ['other_person'] },
} as const satisfies Record<string, ExplanationTransition>;

export type ExplanationAct = keyof typeof EXPLANATION_LIFE;
export const EXPLANATION_ACTS = Object.keys(EXPLANATION_LIFE) as ExplanationAct[];
