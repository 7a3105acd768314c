import type { AuditEventName } from '../audit/audit-events.ts';
import type { BranchStage } from './assignment.ts';
import type { TaskStatus } from './task.ts';

/** How a person stands to the branch of one unit. */
export type BranchRelation = 'own_head' | 'lead_head' | 'supervisor';

/** What must be there before an act. */
export type BranchNeed = 'objection_term' | 'first_objection' | 'not_objector' | 'not_lead' | 'reports_decided' | 'due_ahead' | 'later_possible' | 'no_pending_wish' | 'pending_wish' | 'not_asker';

export interface BranchTransition {
  from: readonly BranchStage[];
  /** null: the stage stays. */
  to: BranchStage | null;
  by: BranchRelation;
  /** Statuses of the task. */
  during: readonly TaskStatus[];
  needs: readonly BranchNeed[];
  event: AuditEventName;
}

const IN_HAND = ['issued', 'underway'] as const;
/** What was still disputed when the task was closed has to come to an end before the archive. */
const UNTIL_ARCHIVED = [...IN_HAND, 'submitted', 'closed'] as const;

/** Every act on a branch of a task that is in units' hands. Buttons, refusals and generated tests come from this table; it holds no words. */
export const BRANCH_LIFE = {
  sign: { from: ['unsigned'], to: 'signed', by: 'own_head', during: IN_HAND, needs: [], event: 'assignment.signed' },
  object: { from: ['unsigned'], to: 'objected', by: 'own_head', during: IN_HAND, needs: ['first_objection', 'objection_term'], event: 'assignment.objected' },
  /** The four ways to arbitrate: the unit signs, is relieved, gets another role, or another unit takes its place. */
  dismiss: { from: ['objected'], to: 'unsigned', by: 'supervisor', during: UNTIL_ARCHIVED, needs: ['not_objector'], event: 'assignment.arbitrated' },
  relieve: { from: ['objected'], to: 'former', by: 'supervisor', during: UNTIL_ARCHIVED, needs: ['not_objector', 'not_lead'], event: 'assignment.arbitrated' },
  recast: { from: ['objected'], to: 'unsigned', by: 'supervisor', during: IN_HAND, needs: ['not_objector', 'not_lead'], event: 'assignment.arbitrated' },
  reassign: { from: ['objected'], to: 'former', by: 'supervisor', during: IN_HAND, needs: ['not_objector'], event: 'assignment.arbitrated' },
  change: { from: ['unsigned', 'signed'], to: null, by: 'supervisor', during: IN_HAND, needs: ['not_lead'], event: 'assignment.changed' },
  take_off: { from: ['unsigned', 'signed'], to: 'former', by: 'supervisor', during: IN_HAND, needs: ['not_lead', 'reports_decided'], event: 'assignment.removed' },
  ask_due: { from: ['signed'], to: null, by: 'own_head', during: IN_HAND, needs: ['not_lead', 'no_pending_wish', 'due_ahead', 'later_possible'], event: 'assignment.due_asked' },
  decide_due: { from: ['signed'], to: null, by: 'lead_head', during: IN_HAND, needs: ['pending_wish', 'not_asker'], event: 'assignment.due_decided' },
  hand_inside: { from: ['unsigned', 'signed'], to: null, by: 'own_head', during: IN_HAND, needs: [], event: 'assignment.handed_inside' },
} as const satisfies Record<string, BranchTransition>;

export type BranchAct = keyof typeof BRANCH_LIFE;
export const BRANCH_ACTS = Object.keys(BRANCH_LIFE) as BranchAct[];

export const RULINGS = ['dismiss', 'relieve', 'recast', 'reassign'] as const satisfies readonly BranchAct[];
export type Ruling = (typeof RULINGS)[number];
