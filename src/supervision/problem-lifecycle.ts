import type { AuditEventName } from '../audit/audit-events.ts';
import type { ProblemStatus } from './problem.ts';

/** How a person stands to a problem. */
export type ProblemRelation = 'supervisor' | 'inspector' | 'unit_head';

/** What must be there before an act: time left to object, or that somebody else did the step before (four eyes). */
export type ProblemNeed = 'objection_term' | 'not_rectifier' | 'not_rechecker' | 'not_raiser' | 'not_objector';

export interface ProblemTransition {
  from: ProblemStatus;
  to: ProblemStatus;
  by: readonly ProblemRelation[];
  needs: readonly ProblemNeed[];
  event: AuditEventName;
}

/** 问题清单 → 整改 → 复核 → 销号, with the unit's objection. Buttons, refusals and generated tests come from this table. */
export const PROBLEM_LIFE = {
  object: { from: 'open', to: 'disputed', by: ['unit_head'], needs: ['objection_term'], event: 'problem.objected' },
  uphold: { from: 'disputed', to: 'dropped', by: ['supervisor'], needs: ['not_objector', 'not_raiser'], event: 'problem.upheld' },
  dismiss: { from: 'disputed', to: 'open', by: ['supervisor'], needs: ['not_objector', 'not_raiser'], event: 'problem.dismissed' },
  rectify: { from: 'open', to: 'rectified', by: ['unit_head'], needs: [], event: 'problem.rectified' },
  send_back: { from: 'rectified', to: 'open', by: ['supervisor', 'inspector'], needs: ['not_rectifier'], event: 'problem.sent_back' },
  confirm: { from: 'rectified', to: 'confirmed', by: ['supervisor', 'inspector'], needs: ['not_rectifier'], event: 'problem.confirmed' },
  strike_off: { from: 'confirmed', to: 'struck_off', by: ['supervisor'], needs: ['not_rectifier', 'not_rechecker'], event: 'problem.struck_off' },
} as const satisfies Record<string, ProblemTransition>;

export type ProblemAct = keyof typeof PROBLEM_LIFE;
export const PROBLEM_ACTS = Object.keys(PROBLEM_LIFE) as ProblemAct[];

/** A unit may object within so many working days, once. */
export const OBJECTION_DAYS = 5;
