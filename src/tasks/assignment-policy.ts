import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import type { BranchStage } from './assignment.ts';
import { BRANCH_LIFE, type BranchAct, type BranchNeed, type BranchRelation, type BranchTransition } from './assignment-lifecycle.ts';

/** What the policy has to know of the branch of one unit. */
export interface BranchFacts {
  stage: BranchStage;
  role: string;
  unitId: number;
  leadUnitId: number | null;
  taskStatus: string;
  /** The last day on which the unit may object; null for a task that was not handed over. */
  objectionEnds: Day | null;
  hasObjected: boolean;
  objectedById: number | null;
  dueOn: Day;
  deadline: Day;
  /** Who asked for a later day that is not decided. */
  wishById: number | null;
  filingsInReview: number;
}

const relationsOf = (actor: Actor, { unitId, leadUnitId }: BranchFacts): BranchRelation[] => {
  if (actor.role === 'supervisor') return ['supervisor'];
  if (actor.role !== 'head') return [];
  return [...(actor.unitId === unitId ? ['own_head' as const] : []), ...(actor.unitId === leadUnitId ? ['lead_head' as const] : [])];
};

const NEEDS: Record<BranchNeed, (actor: Actor, branch: BranchFacts, today: Day) => boolean> = {
  first_objection: (_a, branch) => !branch.hasObjected,
  objection_term: (_a, branch, today) => branch.objectionEnds !== null && today <= branch.objectionEnds,
  // Four eyes by account, across posts and delegations.
  not_objector: (actor, branch) => !isOwnStep(actor, branch.objectedById),
  not_lead: (_a, branch) => branch.role !== 'lead',
  reports_decided: (_a, branch) => branch.filingsInReview === 0,
  due_ahead: (_a, branch, today) => today <= branch.dueOn,
  later_possible: (_a, branch) => branch.dueOn < branch.deadline,
  no_pending_wish: (_a, branch) => branch.wishById === null,
  pending_wish: (_a, branch) => branch.wishById !== null,
  not_asker: (actor, branch) => !isOwnStep(actor, branch.wishById),
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNotBranch(actor: Actor, act: BranchAct, branch: BranchFacts, today: Day): string | null {
  const row: BranchTransition = BRANCH_LIFE[act];
  if (!relationsOf(actor, branch).includes(row.by)) return `tasks.why_not.branch.relation.${row.by}`;
  if (!row.during.some((status) => status === branch.taskStatus) || !row.from.includes(branch.stage)) return 'tasks.why_not.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, branch, today));
  return missing === undefined ? null : `tasks.why_not.branch.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the branch has moved on */
export function gateBranch(actor: Actor, act: BranchAct, branch: BranchFacts, today: Day): void {
  markChecked();
  const key = whyNotBranch(actor, act, branch, today);
  if (key === null) return;
  if (key === 'tasks.why_not.status') throw new Conflict(key);
  throw new Forbidden(key);
}
