import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a set of rules for points: what is adopted stays, and counts until a later one does. */
export const RULE_SET_STATUSES = ['draft', 'adopted', 'discarded'] as const;
export type RuleSetStatus = (typeof RULE_SET_STATUSES)[number];

export type RuleSetRelation = 'supervisor' | 'leader';

/** What must be there before an act: nothing in it that R28 forbids; that somebody else drafted it (four eyes). */
export type RuleSetNeed = 'lawful' | 'not_drafter';

export interface RuleSetTransition {
  /** null: there is none yet. */
  from: RuleSetStatus | null;
  to: RuleSetStatus;
  by: readonly RuleSetRelation[];
  needs: readonly RuleSetNeed[];
  event: AuditEventName;
}

/** A new draft takes the place of the one before. Buttons, refusals and tests come from this table. */
export const RULE_SET_LIFE = {
  draft: { from: null, to: 'draft', by: ['supervisor'], needs: ['lawful'], event: 'rule_set.drafted' },
  replace: { from: 'draft', to: 'discarded', by: ['supervisor'], needs: ['lawful'], event: 'rule_set.drafted' },
  adopt: { from: 'draft', to: 'adopted', by: ['supervisor', 'leader'], needs: ['not_drafter'], event: 'rule_set.adopted' },
} as const satisfies Record<string, RuleSetTransition>;

export type RuleSetAct = keyof typeof RULE_SET_LIFE;
export const RULE_SET_ACTS = Object.keys(RULE_SET_LIFE) as RuleSetAct[];
