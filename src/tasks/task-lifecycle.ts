import type { TaskStatus } from './task.ts';

/** How a person stands to a task; a person may stand in several relations at once. */
export const RELATIONS = ['supervisor', 'inspector', 'leader', 'lead_head', 'lead_clerk', 'branch_head', 'branch_clerk', 'parent_unit'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What must be there before an act. */
export type Need = 'lead' | 'unsigned_branch' | 'other_person' | 'no_pending_extension' | 'no_filing_in_review'
  | 'children_ended' | 'no_pending_ending' | 'pending_ending' | 'second_person' | 'extension_decided' | 'finding_terms_over' | Settled;

/** What beside the task itself has to be over before it is put away, each with its own sentence. */
export const SETTLED = ['slips_answered', 'coordinations_ended', 'findings_decided', 'problems_ended', 'instructions_closed', 'objections_decided'] as const;
export type Settled = (typeof SETTLED)[number];

export interface Transition {
  from: readonly TaskStatus[];
  /** null: the task's own status stays, or it goes back to the one before (resume), or to where its lead stands with the signature (end_standing). */
  to: TaskStatus | null;
  by: readonly Relation[];
  needs: readonly Need[];
}

/** Every act on a task. Buttons, checks, generated tests and the diagram in the manual come from this table; it holds no words. */
export const TASK_LIFE = {
  edit: { from: ['draft'], to: null, by: ['supervisor'], needs: [] },
  issue: { from: ['draft'], to: 'issued', by: ['supervisor'], needs: ['lead'] },
  discard: { from: ['draft'], to: 'withdrawn', by: ['supervisor'], needs: [] },
  sign: { from: ['issued', 'underway'], to: null, by: ['lead_head', 'branch_head'], needs: ['unsigned_branch'] },
  add_unit: { from: ['issued', 'underway'], to: null, by: ['supervisor'], needs: [] },
  report: { from: ['underway'], to: null, by: ['lead_head', 'lead_clerk', 'branch_head', 'branch_clerk'], needs: [] },
  submit: { from: ['underway'], to: 'submitted', by: ['lead_head'], needs: ['no_filing_in_review'] },
  return: { from: ['submitted'], to: 'underway', by: ['supervisor'], needs: ['other_person'] },
  close: { from: ['submitted'], to: 'closed', by: ['supervisor'], needs: ['other_person', 'no_pending_ending'] },
  change_milestones: { from: ['issued', 'underway'], to: null, by: ['supervisor'], needs: [] },
  press: { from: ['issued', 'underway'], to: null, by: ['supervisor', 'inspector'], needs: [] },
  // Ends that are kept apart from closing (DOMAIN §3).
  close_phase: { from: ['underway', 'submitted'], to: 'underway', by: ['supervisor'], needs: ['other_person', 'no_filing_in_review', 'no_pending_ending'] },
  suspend: { from: ['issued', 'underway'], to: 'suspended', by: ['supervisor'], needs: ['no_pending_extension', 'no_filing_in_review', 'no_pending_ending'] },
  resume: { from: ['suspended'], to: null, by: ['supervisor'], needs: ['no_pending_ending'] },
  propose_ending: { from: ['issued', 'underway', 'submitted', 'suspended', 'standing'], to: null, by: ['supervisor'], needs: ['no_pending_ending'] },
  withdraw: { from: ['issued', 'underway', 'submitted', 'suspended', 'standing'], to: 'withdrawn', by: ['supervisor', 'leader'], needs: ['pending_ending', 'second_person'] },
  merge: { from: ['issued', 'underway', 'submitted', 'suspended', 'standing'], to: 'merged', by: ['supervisor', 'leader'], needs: ['pending_ending', 'second_person'] },
  make_standing: { from: ['issued', 'underway', 'submitted', 'suspended'], to: 'standing', by: ['supervisor', 'leader'], needs: ['pending_ending', 'second_person'] },
  end_standing: { from: ['standing'], to: null, by: ['supervisor'], needs: ['no_pending_ending'] },
  archive: { from: ['closed'], to: 'archived', by: ['supervisor'], needs: ['children_ended', 'no_pending_ending', 'extension_decided', ...SETTLED, 'finding_terms_over'] },
} as const satisfies Record<string, Transition>;

export type TaskAct = keyof typeof TASK_LIFE;
export const TASK_ACTS = Object.keys(TASK_LIFE) as TaskAct[];
