import type { FilingStage, FilingStatus } from './filing.ts';

/** How a person stands to the filing of one branch. */
export const FILING_RELATIONS = ['own_clerk', 'own_head', 'lead_unit', 'lead_head', 'supervisor', 'inspector', 'leader'] as const;
export type FilingRelation = (typeof FILING_RELATIONS)[number];

/** What must be there before an act. */
export type FilingNeed = 'task_underway' | 'task_live' | 'signed_branch' | 'period_begun' | 'other_person' | 'support_branch' | 'lead_return_left';

export interface FilingTransition {
  from: readonly FilingStage[];
  /** null: the status stays. */
  to: FilingStatus | null;
  by: readonly FilingRelation[];
  needs: readonly FilingNeed[];
}

const WRITING = ['task_underway', 'signed_branch', 'period_begun'] as const;

/** Every act on a filing: draft → 待单位审签 → 待督查审核 → accepted / returned. Buttons, checks and generated tests come from this table; it holds no words. */
export const FILING_LIFE = {
  start: { from: ['blank'], to: 'draft', by: ['own_clerk', 'own_head'], needs: WRITING },
  save: { from: ['draft', 'returned'], to: null, by: ['own_clerk', 'own_head'], needs: WRITING },
  /** The head's own corrections to what the clerk sent up. */
  correct: { from: ['signoff'], to: null, by: ['own_head'], needs: WRITING },
  attach: { from: ['blank', 'draft', 'returned'], to: null, by: ['own_clerk', 'own_head'], needs: WRITING },
  detach: { from: ['draft', 'returned'], to: null, by: ['own_clerk', 'own_head'], needs: WRITING },
  send_for_signoff: { from: ['blank', 'draft', 'returned'], to: 'signoff', by: ['own_clerk'], needs: WRITING },
  sign_off: { from: ['blank', 'draft', 'returned', 'signoff'], to: 'submitted', by: ['own_head'], needs: WRITING },
  return_to_clerk: { from: ['signoff'], to: 'draft', by: ['own_head'], needs: [] },
  accept: { from: ['submitted'], to: 'accepted', by: ['supervisor'], needs: ['task_live', 'other_person'] },
  return: { from: ['submitted'], to: 'returned', by: ['supervisor'], needs: ['task_live', 'other_person'] },
  /** The lead answers for the whole, so it may send a supporting unit's report back, once per period (DOMAIN §3). */
  lead_return: { from: ['submitted'], to: 'returned', by: ['lead_head'], needs: ['task_live', 'other_person', 'support_branch', 'lead_return_left'] },
} as const satisfies Record<string, FilingTransition>;

export type FilingAct = keyof typeof FILING_LIFE;
export const FILING_ACTS = Object.keys(FILING_LIFE) as FilingAct[];
