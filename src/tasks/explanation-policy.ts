import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { EXPLANATION_LIFE, type ExplanationAct, type ExplanationNeed, type ExplanationStage, type ExplanationTransition } from './explanation-lifecycle.ts';
import { relationsOf, type TaskFacts } from './task-policy.ts';

export interface ExplanationFacts { status: string; explainedById: number; rectifyBy: Day | null }

/** What decides about explaining: the task and its explanations, oldest first. */
export interface ExplainedTask extends Pick<TaskFacts, 'status' | 'deadline' | 'assignments' | 'parentAssignments'> {
  explanations: readonly ExplanationFacts[];
}

/** The explanation that waits for its answer, or whose rectification limit runs; null where there is none. */
export function runningExplanation<E extends Pick<ExplanationFacts, 'status' | 'rectifyBy'>>(explanations: readonly E[], today: Day): E | null {
  const last = explanations.at(-1);
  return last !== undefined && (last.status === 'open' || (last.rectifyBy !== null && last.rectifyBy >= today)) ? last : null;
}

const NEEDS: Record<ExplanationNeed, (actor: Actor, task: ExplainedTask, today: Day) => boolean> = {
  past_deadline: (_a, task, today) => today > task.deadline,
  other_person: (actor, task) => !isOwnStep(actor, task.explanations.at(-1)?.explainedById ?? null),
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNotExplanation(actor: Actor, act: ExplanationAct, task: ExplainedTask, today: Day): string | null {
  const row: ExplanationTransition = EXPLANATION_LIFE[act];
  if (!relationsOf(actor, task).some((r) => row.by.includes(r))) return `tasks.why_not.explanation.${act}`;
  if (!row.during.some((s) => s === task.status)) return 'tasks.why_not.status';
  const stage = (runningExplanation(task.explanations, today)?.status ?? 'none') as ExplanationStage;
  if (!row.from.includes(stage)) return `tasks.why_not.explanation_stage.${act}`;
  const missing = row.needs.find((need) => !NEEDS[need](actor, task, today));
  return missing === undefined ? null : `tasks.why_not.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the matter has moved on */
export function gateExplanation(actor: Actor, act: ExplanationAct, task: ExplainedTask, today: Day): void {
  markChecked();
  const key = whyNotExplanation(actor, act, task, today);
  if (key === null) return;
  if (key === 'tasks.why_not.status' || key === `tasks.why_not.explanation_stage.${act}`) throw new Conflict(key);
  throw new Forbidden(key);
}
