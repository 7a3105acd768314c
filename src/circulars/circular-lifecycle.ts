import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a circular (通报): shown to the units with time to object, then published. */
export const CIRCULAR_STATUSES = ['shown', 'published'] as const;
export type CircularStatus = (typeof CIRCULAR_STATUSES)[number];

export type CircularRelation = 'supervisor' | 'leader';

/** A month that is over, with rules in force, and counted once. */
export type DrawUpNeed = 'month_over' | 'rules_in_force' | 'not_drawn_up';
/** A second person, the units' term and their objections (R30). */
export type PublishNeed = 'not_drawer' | 'term_over' | 'objections_decided';

export interface CircularTransition {
  /** null: there is none yet. */
  from: CircularStatus | null;
  to: CircularStatus;
  by: readonly CircularRelation[];
  needs: readonly (DrawUpNeed | PublishNeed)[];
  event: AuditEventName;
}

/** Buttons, refusals and tests come from this table. */
export const CIRCULAR_LIFE = {
  draw_up: { from: null, to: 'shown', by: ['supervisor'], needs: ['month_over', 'rules_in_force', 'not_drawn_up'], event: 'circular.drawn_up' },
  publish: { from: 'shown', to: 'published', by: ['supervisor', 'leader'], needs: ['not_drawer', 'term_over', 'objections_decided'], event: 'circular.published' },
} as const satisfies Record<string, CircularTransition>;

export type CircularAct = keyof typeof CIRCULAR_LIFE;
export const CIRCULAR_ACTS = Object.keys(CIRCULAR_LIFE) as CircularAct[];
