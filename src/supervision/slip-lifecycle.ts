import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a slip. Late is none of these: it is computed from its term (slip.ts). */
export const SLIP_STATUSES = ['open', 'replied'] as const;
export type SlipStatus = (typeof SLIP_STATUSES)[number];

export type SlipRelation = 'supervisor' | 'inspector' | 'unit_head';

/** What must be there before a unit is pressed (R24–R26), in the order in which it is asked. */
export type SlipNeed = 'not_in_review' | 'units_turn' | 'no_notice_open' | 'cooled_down' | 'not_rectifying' | 'rung_below' | 'within_cap';

export interface SlipTransition {
  /** null: there is none yet. */
  from: SlipStatus | null;
  to: SlipStatus;
  by: readonly SlipRelation[];
  needs: readonly SlipNeed[];
  event: AuditEventName;
}

const PRESSERS = ['supervisor', 'inspector'] as const;

/** 催办单 and 督办通知单: issued to the unit whose turn it is, answered once by its head. Buttons, refusals and tests come from this table. */
export const SLIP_LIFE = {
  urge: { from: null, to: 'open', by: PRESSERS, needs: ['not_in_review', 'units_turn', 'no_notice_open', 'cooled_down', 'not_rectifying', 'rung_below', 'within_cap'], event: 'slip.issued' },
  notice: { from: null, to: 'open', by: PRESSERS, needs: ['not_in_review', 'units_turn', 'cooled_down', 'not_rectifying', 'rung_below', 'within_cap'], event: 'slip.issued' },
  reply: { from: 'open', to: 'replied', by: ['unit_head'], needs: [], event: 'slip.replied' },
} as const satisfies Record<string, SlipTransition>;

export type SlipAct = keyof typeof SLIP_LIFE;
export const SLIP_ACTS = Object.keys(SLIP_LIFE) as SlipAct[];

/** Which reason, written down for ever, gets past a need: an urgent matter, one more slip than the month's cap. The others no reason gets past. */
export const EXCUSES: Partial<Record<SlipNeed, 'urgent' | 'beyondCap'>> = { not_rectifying: 'urgent', rung_below: 'urgent', within_cap: 'beyondCap' };
