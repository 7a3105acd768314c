import type { Relation } from './task-lifecycle.ts';

/** The life of a milestone. Missed is none of these: it is computed. What was changed after the hand-over is retired beside it. */
export const MILESTONE_STATUSES = ['open', 'reported', 'confirmed'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

export type MilestoneNeed = 'other_person';

export interface MilestoneTransition {
  from: readonly MilestoneStatus[];
  to: MilestoneStatus;
  by: readonly Relation[];
  needs: readonly MilestoneNeed[];
}

/** A reported milestone counts as reached until it is sent back, as a sent report does (R9). */
export const MILESTONE_LIFE = {
  report: { from: ['open'], to: 'reported', by: ['lead_head'], needs: [] },
  confirm: { from: ['reported'], to: 'confirmed', by: ['supervisor'], needs: ['other_person'] },
  send_back: { from: ['reported'], to: 'open', by: ['supervisor'], needs: ['other_person'] },
  tick: { from: ['open'], to: 'confirmed', by: ['supervisor'], needs: [] },
} as const satisfies Record<string, MilestoneTransition>;

export type MilestoneAct = keyof typeof MILESTONE_LIFE;
export const MILESTONE_ACTS = Object.keys(MILESTONE_LIFE) as MilestoneAct[];
