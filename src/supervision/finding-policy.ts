import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { dayOf, type Day } from '../kernel/clock.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import { FINDING_LIFE, type FindingAct, type FindingNeed, type FindingRelation, type FindingStatus, type FindingTransition } from './finding-lifecycle.ts';
import { OBJECTION_DAYS } from './problem-lifecycle.ts';

export interface FindingFacts {
  unitId: number;
  recordedAt: Date;
  objectUntil: Day | null;
  recordedById: number;
  objection: { status: string; objectedById: number } | null;
}

export const findingStatus = (found: Pick<FindingFacts, 'objection'>): FindingStatus => (found.objection?.status ?? 'accepted') as FindingStatus;

export function findingRelation(actor: Actor, found: Pick<FindingFacts, 'unitId'>): FindingRelation | null {
  if (actor.role === 'supervisor' || actor.role === 'inspector') return actor.role;
  return actor.role === 'head' && actor.unitId === found.unitId ? 'unit_head' : null;
}

/** The term of an objection to what is found on a day: as it stands in the record, so that nothing shortens it afterwards. */
export const findingTermFrom = (day: Day, calendar: Calendar): Day => addWorkingDays(day, OBJECTION_DAYS, calendar);

/** The last day on which the unit may object to the finding. */
export const findingTermEnds = ({ recordedAt, objectUntil }: Pick<FindingFacts, 'recordedAt' | 'objectUntil'>, calendar: Calendar): Day => objectUntil ?? findingTermFrom(dayOf(recordedAt), calendar);

/** By account and not by post: nobody passes four eyes by changing hats. */
const NEEDS: Record<FindingNeed, (actor: Actor, found: FindingFacts, today: Day, calendar: Calendar) => boolean> = {
  objection_term: (_a, found, today, calendar) => today <= findingTermEnds(found, calendar),
  not_objector: (actor, found) => !isOwnStep(actor, found.objection?.objectedById ?? null),
  not_finder: (actor, found) => !isOwnStep(actor, found.recordedById),
};

/** Why this act cannot be done now, as a text key for button and refusal; null where it can. */
export function whyNotFinding(actor: Actor, act: FindingAct, found: FindingFacts, today: Day, calendar: Calendar): string | null {
  const row: FindingTransition = FINDING_LIFE[act];
  const relation = findingRelation(actor, found);
  if (relation === null || !row.by.includes(relation)) return `supervision.why_not.finding.${act}`;
  if (row.from !== findingStatus(found)) return 'supervision.why_not.finding.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, found, today, calendar));
  return missing === undefined ? null : `supervision.why_not.finding.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the finding has moved on */
export function gateFinding(actor: Actor, act: FindingAct, found: FindingFacts, today: Day, calendar: Calendar): void {
  markChecked();
  const key = whyNotFinding(actor, act, found, today, calendar);
  if (key === null) return;
  if (key === 'supervision.why_not.finding.status') throw new Conflict(key);
  throw new Forbidden(key);
}
