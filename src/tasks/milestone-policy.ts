import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { MILESTONE_LIFE, type MilestoneAct, type MilestoneNeed, type MilestoneStatus, type MilestoneTransition } from './milestone-lifecycle.ts';
import { relationsOf, type TaskFacts } from './task-policy.ts';

/** What decides about a milestone: its task and itself. */
export interface MilestoneFacts { status: string; reportedById: number | null }
type Task = Pick<TaskFacts, 'status' | 'assignments' | 'parentAssignments'>;

/** Milestones are reached while somebody works on the matter. */
const DURING = new Set(['issued', 'underway', 'submitted']);

const NEEDS: Record<MilestoneNeed, (actor: Actor, milestone: MilestoneFacts) => boolean> = {
  other_person: (actor, milestone) => !isOwnStep(actor, milestone.reportedById),
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNotMilestone(actor: Actor, act: MilestoneAct, task: Task, milestone: MilestoneFacts): string | null {
  const row: MilestoneTransition = MILESTONE_LIFE[act];
  if (!relationsOf(actor, task).some((r) => row.by.includes(r))) return `tasks.why_not.milestone.${act}`;
  if (!DURING.has(task.status) || !row.from.includes(milestone.status as MilestoneStatus)) return 'tasks.why_not.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, milestone));
  return missing === undefined ? null : `tasks.why_not.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the milestone has moved on */
export function gateMilestone(actor: Actor, act: MilestoneAct, task: Task, milestone: MilestoneFacts): void {
  markChecked();
  const key = whyNotMilestone(actor, act, task, milestone);
  if (key === null) return;
  if (key === 'tasks.why_not.status') throw new Conflict(key);
  throw new Forbidden(key);
}
