import type { AuditEventName } from '../audit/audit-events.ts';
import type { CoordinationStatus } from './coordination.ts';

/** How a person stands to a matter to be coordinated. */
export type CoordinationRelation = 'supervisor' | 'leader_asked' | 'unit_asked' | 'asking_head';

/** Four eyes: who asked does not answer, who answered does not call it settled. */
export type CoordinationNeed = 'not_asker' | 'not_answerer';

export interface CoordinationTransition {
  from: readonly CoordinationStatus[];
  to: CoordinationStatus;
  by: readonly CoordinationRelation[];
  needs: readonly CoordinationNeed[];
  event: AuditEventName;
}

/** 提出 → 交办 → 答复 → 确认. Buttons, refusals, generated tests and the diagram come from this table. */
export const COORDINATION_LIFE = {
  assign: { from: ['open', 'assigned'], to: 'assigned', by: ['supervisor'], needs: [], event: 'coordination.assigned' },
  answer: { from: ['open', 'assigned'], to: 'answered', by: ['supervisor', 'leader_asked', 'unit_asked'], needs: ['not_asker'], event: 'coordination.answered' },
  settle: { from: ['answered'], to: 'settled', by: ['asking_head'], needs: ['not_answerer'], event: 'coordination.settled' },
  reopen: { from: ['answered'], to: 'open', by: ['asking_head'], needs: ['not_answerer'], event: 'coordination.reopened' },
  drop: { from: ['open', 'assigned'], to: 'dropped', by: ['asking_head'], needs: [], event: 'coordination.dropped' },
} as const satisfies Record<string, CoordinationTransition>;

export type CoordinationAct = keyof typeof COORDINATION_LIFE;
export const COORDINATION_ACTS = Object.keys(COORDINATION_LIFE) as CoordinationAct[];
