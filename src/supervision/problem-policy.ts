import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { dayOf, type Day } from '../kernel/clock.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import { OBJECTION_DAYS, PROBLEM_LIFE, type ProblemAct, type ProblemNeed, type ProblemRelation, type ProblemTransition } from './problem-lifecycle.ts';

export interface ProblemFacts {
  status: string;
  unitId: number;
  raisedAt: Date;
  raisedById: number;
  objectedById: number | null;
  rectifiedById: number | null;
  recheckedById: number | null;
}

export function problemRelation(actor: Actor, problem: Pick<ProblemFacts, 'unitId'>): ProblemRelation | null {
  if (actor.role === 'supervisor' || actor.role === 'inspector') return actor.role;
  return actor.role === 'head' && actor.unitId === problem.unitId ? 'unit_head' : null;
}

/** The last day on which the unit may object. */
export const objectionEnds = (problem: { raisedAt: Date }, calendar: Calendar): Day => addWorkingDays(dayOf(problem.raisedAt), OBJECTION_DAYS, calendar);

/** By account and not by post: nobody passes four eyes by changing hats. */
const NEEDS: Record<ProblemNeed, (actor: Actor, problem: ProblemFacts, today: Day, calendar: Calendar) => boolean> = {
  objection_term: (_a, problem, today, calendar) => problem.objectedById === null && today <= objectionEnds(problem, calendar),
  not_objector: (actor, problem) => !isOwnStep(actor, problem.objectedById),
  not_raiser: (actor, problem) => !isOwnStep(actor, problem.raisedById),
  not_rectifier: (actor, problem) => !isOwnStep(actor, problem.rectifiedById),
  not_rechecker: (actor, problem) => !isOwnStep(actor, problem.recheckedById),
};

/** Why this act cannot be done now, as a text key for button and refusal; null where it can. */
export function whyNotProblem(actor: Actor, act: ProblemAct, problem: ProblemFacts, today: Day, calendar: Calendar): string | null {
  const row: ProblemTransition = PROBLEM_LIFE[act];
  const relation = problemRelation(actor, problem);
  if (relation === null || !row.by.includes(relation)) return `supervision.why_not.problem.${act}`;
  if (row.from !== problem.status) return 'supervision.why_not.problem.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, problem, today, calendar));
  return missing === undefined ? null : `supervision.why_not.problem.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the problem has moved on */
export function gateProblem(actor: Actor, act: ProblemAct, problem: ProblemFacts, today: Day, calendar: Calendar): void {
  markChecked();
  const key = whyNotProblem(actor, act, problem, today, calendar);
  if (key === null) return;
  if (key === 'supervision.why_not.problem.status') throw new Conflict(key);
  throw new Forbidden(key);
}
