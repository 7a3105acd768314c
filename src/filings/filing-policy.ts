import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import type { AssignmentWhereInput, FilingWhereInput } from '../kernel/db/client.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { isLive } from '../tasks/task.ts';
import type { FilingStage } from './filing.ts';
import { FILING_LIFE, type FilingAct, type FilingNeed, type FilingRelation, type FilingTransition } from './filing-lifecycle.ts';

/** What the policy has to know of the filing of one branch for one period. */
export interface FilingFacts {
  stage: FilingStage;
  /** The accounts that wrote or signed it. */
  writerIds: number[];
  unitId: number;
  signedAt: Date | null;
  periodFrom: Day;
  taskStatus: string;
  /** The unit that leads the task, and the one that leads the task above it. */
  leadUnitIds: number[];
  /** The lead of this very task. */
  taskLeadUnitId: number | null;
  role: string;
  leadReturnedRound: number | null;
}

const OVERSEERS = ['supervisor', 'inspector', 'leader'] as const;
const overseer = (actor: Actor) => OVERSEERS.find((role) => role === actor.role) ?? null;
const ofUnit = (actor: Actor): boolean => actor.role === 'head' || actor.role === 'clerk';

/** How this person, in this post, stands to the filing; nothing for those who may not know of it. */
export function filingRelationsOf(actor: Actor, facts: Pick<FilingFacts, 'unitId' | 'leadUnitIds' | 'taskLeadUnitId'>): FilingRelation[] {
  const seen = overseer(actor);
  if (seen !== null) return [seen];
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  if (actor.unitId === facts.unitId) return [`own_${actor.role}`];
  if (!facts.leadUnitIds.includes(actor.unitId)) return [];
  return actor.role === 'head' && facts.taskLeadUnitId === actor.unitId ? ['lead_unit', 'lead_head'] : ['lead_unit'];
}

const NEEDS: Record<FilingNeed, (actor: Actor, facts: FilingFacts, today: Day) => boolean> = {
  task_underway: (_a, facts) => facts.taskStatus === 'underway',
  task_live: (_a, facts) => isLive(facts.taskStatus),
  signed_branch: (_a, facts) => facts.signedAt !== null,
  period_begun: (_a, facts, today) => facts.periodFrom <= today,
  // Four eyes by account, across posts: nobody reviews what they wrote or signed, in whichever post they did so (T4).
  other_person: (actor, facts) => !facts.writerIds.some((id) => isOwnStep(actor, id)),
  support_branch: (_a, facts) => facts.role === 'support',
  lead_return_left: (_a, facts) => facts.leadReturnedRound === null,
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNotFiling(actor: Actor, act: FilingAct, facts: FilingFacts, today: Day): string | null {
  const row: FilingTransition = FILING_LIFE[act];
  if (!filingRelationsOf(actor, facts).some((r) => row.by.includes(r))) return `filings.why_not.relation.${act}`;
  if (!row.from.includes(facts.stage)) return 'filings.why_not.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, facts, today));
  return missing === undefined ? null : `filings.why_not.${missing}`;
}

export const canFile = (actor: Actor, act: FilingAct, facts: FilingFacts, today: Day): boolean => whyNotFiling(actor, act, facts, today) === null;

/** @throws Forbidden where it is not this person's act, Conflict where the filing has moved on */
export function gateFiling(actor: Actor, act: FilingAct, facts: FilingFacts, today: Day): void {
  markChecked();
  const key = whyNotFiling(actor, act, facts, today);
  if (key === null) return;
  if (key === 'filings.why_not.status') throw new Conflict(key);
  throw new Forbidden(key);
}

/** Branches whose reporting a person may know of: overseers all, a unit its own and those under what it leads; districts never see each other's. */
export function branchesVisibleTo(actor: Actor): AssignmentWhereInput {
  markChecked();
  if (actor.role === 'supervisor' || actor.role === 'inspector' || actor.role === 'leader') return { task: { number: { not: null } } };
  if (!ofUnit(actor)) return { id: -1 };
  const { unitId } = actor;
  const led = { assignments: { some: { unitId, role: 'lead' } } };
  return { task: { number: { not: null } }, OR: [{ unitId }, { task: { OR: [led, { parent: led }] } }] };
}

/** Filings whose text a person may read: the unit its own from the first word on, everybody else what was sent. */
export function filingsVisibleTo(actor: Actor): FilingWhereInput {
  const own = ofUnit(actor) ? [{ assignment: { unitId: actor.unitId } }] : [];
  return { assignment: branchesVisibleTo(actor), OR: [...own, { round: { gte: 1 } }] };
}
