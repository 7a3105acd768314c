import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a finding as the unit sees it: 无异议, 异议待裁定, 异议成立（结论不作数）, 异议不成立. */
export const FINDING_STATUSES = ['accepted', 'open', 'upheld', 'dismissed'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

export type FindingRelation = 'supervisor' | 'inspector' | 'unit_head';

/** What must be there before an act: time left to object; that neither who objected nor who found it decides (four eyes). */
export type FindingNeed = 'objection_term' | 'not_objector' | 'not_finder';

export interface FindingTransition {
  from: FindingStatus;
  to: FindingStatus;
  by: readonly FindingRelation[];
  needs: readonly FindingNeed[];
  event: AuditEventName;
}

/** A unit's objection to what an inspector found, ruled on by a second one. Buttons, refusals and tests come from this table. */
export const FINDING_LIFE = {
  object: { from: 'accepted', to: 'open', by: ['unit_head'], needs: ['objection_term'], event: 'finding.objected' },
  uphold: { from: 'open', to: 'upheld', by: ['supervisor', 'inspector'], needs: ['not_objector', 'not_finder'], event: 'finding.upheld' },
  dismiss: { from: 'open', to: 'dismissed', by: ['supervisor', 'inspector'], needs: ['not_objector', 'not_finder'], event: 'finding.dismissed' },
} as const satisfies Record<string, FindingTransition>;

export type FindingAct = keyof typeof FINDING_LIFE;
export const FINDING_ACTS = Object.keys(FINDING_LIFE) as FindingAct[];
