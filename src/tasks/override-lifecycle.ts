/** The life of a light set by hand (R20): an inspector proposes, a supervisor sets or agrees, a supervisor lifts; it also ends by its own day. */
export const OVERRIDE_STATUSES = ['proposed', 'in_force', 'refused', 'lifted'] as const;
export type OverrideStatus = (typeof OVERRIDE_STATUSES)[number];

export type OverrideRelation = 'supervisor' | 'inspector';

export interface OverrideTransition {
  /** null: there is none yet. */
  from: OverrideStatus | null;
  to: OverrideStatus;
  by: readonly OverrideRelation[];
  /** Four eyes by account: not whoever proposed it. */
  needsAnother: boolean;
}

export const OVERRIDE_LIFE = {
  propose: { from: null, to: 'proposed', by: ['inspector'], needsAnother: false },
  set: { from: null, to: 'in_force', by: ['supervisor'], needsAnother: false },
  agree: { from: 'proposed', to: 'in_force', by: ['supervisor'], needsAnother: true },
  decline: { from: 'proposed', to: 'refused', by: ['supervisor'], needsAnother: true },
  lift: { from: 'in_force', to: 'lifted', by: ['supervisor'], needsAnother: false },
} as const satisfies Record<string, OverrideTransition>;

export type OverrideAct = keyof typeof OVERRIDE_LIFE;
export const OVERRIDE_ACTS = Object.keys(OVERRIDE_LIFE) as OverrideAct[];
