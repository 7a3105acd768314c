/** The life of a light set by hand (R20): an inspector proposes, a supervisor sets or agrees, a supervisor lifts; it also ends by its own day. */
export const OVERRIDE_STATUSES = ['proposed', 'in_force', 'refused', 'lifted'] as const;
export type OverrideStatus = (typeof OVERRIDE_STATUSES)[number];

export type OverrideRelation = 'supervisor' | 'inspector';

/** Four eyes by account: not whoever proposed it. */
export type OverrideNeed = 'another';

export interface OverrideTransition {
  /** null: there is none yet. */
  from: OverrideStatus | null;
  to: OverrideStatus;
  by: readonly OverrideRelation[];
  needs: readonly OverrideNeed[];
}

export const OVERRIDE_LIFE = {
  propose: { from: null, to: 'proposed', by: ['inspector'], needs: [] },
  set: { from: null, to: 'in_force', by: ['supervisor'], needs: [] },
  agree: { from: 'proposed', to: 'in_force', by: ['supervisor'], needs: ['another'] },
  decline: { from: 'proposed', to: 'refused', by: ['supervisor'], needs: ['another'] },
  lift: { from: 'in_force', to: 'lifted', by: ['supervisor'], needs: [] },
} as const satisfies Record<string, OverrideTransition>;

export type OverrideAct = keyof typeof OVERRIDE_LIFE;
export const OVERRIDE_ACTS = Object.keys(OVERRIDE_LIFE) as OverrideAct[];
