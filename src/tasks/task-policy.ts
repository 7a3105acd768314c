import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { Prisma, type TaskWhereInput } from '../kernel/db/client.ts';
import { Conflict, Forbidden, type TextValues } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { branchStage, isServing } from './assignment.ts';
import { TASK_LIFE, type Need, type Relation, type Settled, type TaskAct, type Transition } from './task-lifecycle.ts';

/** What the policy has to know of a task. */
export interface TaskFacts {
  status: string;
  deadline: Day;
  submittedById: number | null;
  assignments: { unitId: number; role: string; signedAt: Date | null; objection?: string | null }[];
  parentAssignments: { unitId: number; role: string }[];
  extensions: { status: string }[];
  filingsInReview: number;
  endings: { kind: string; status: string; proposedById: number }[];
  /** Districts' children that have not ended. */
  liveChildren: number;
  /** The last day on which a unit may object to a finding about the task to which it has not objected; null where there is none. */
  findingsUntil: Day | null;
  /** How many slips, items to be coordinated, objections, problems and instructions nobody has settled yet. */
  unsettled: Record<Settled, number>;
}

/** How this person, in this post, stands to the task. */
export function relationsOf(actor: Actor, task: Pick<TaskFacts, 'assignments' | 'parentAssignments'>): Relation[] {
  if (actor.role === 'supervisor' || actor.role === 'inspector' || actor.role === 'leader') return [actor.role];
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  const own = task.assignments.find((a) => a.unitId === actor.unitId && isServing(a));
  const relations: Relation[] = own === undefined ? [] : [`${own.role === 'lead' ? 'lead' : 'branch'}_${actor.role}`];
  if (task.parentAssignments.some((a) => a.unitId === actor.unitId && a.role === 'lead')) relations.push('parent_unit');
  return relations;
}

type Holds = (actor: Actor, task: TaskFacts, today: Day, act: TaskAct) => boolean;

const noRunningExtension: Holds = (_a, task) => !task.extensions.some((e) => e.status === 'pending' || e.status === 'endorsed');

const settled = (what: Settled): Holds => (_a, task) => task.unsettled[what] === 0;

const NEEDS: Record<Need, Holds> = {
  lead: (_a, task) => task.assignments.some((x) => x.role === 'lead'),
  unsigned_branch: (actor, task) => task.assignments.some((x) => x.unitId === actor.unitId && branchStage(x) === 'unsigned'),
  // Four eyes: nobody decides what they themselves handed in, in whichever post they did so (DOMAIN §3).
  other_person: (actor, task) => !isOwnStep(actor, task.submittedById),
  no_pending_extension: noRunningExtension,
  no_filing_in_review: (_a, task) => task.filingsInReview === 0,
  children_ended: (_a, task) => task.liveChildren === 0,
  no_pending_ending: (_a, task) => !task.endings.some((e) => e.status === 'pending'),
  pending_ending: (_a, task, _d, act) => task.endings.some((e) => e.status === 'pending' && e.kind === act),
  second_person: (actor, task) => !task.endings.some((e) => e.status === 'pending' && isOwnStep(actor, e.proposedById)),
  extension_decided: noRunningExtension,
  slips_answered: settled('slips_answered'),
  coordinations_ended: settled('coordinations_ended'),
  findings_decided: settled('findings_decided'),
  finding_terms_over: (_a, task, today) => task.findingsUntil === null || task.findingsUntil < today,
  problems_ended: settled('problems_ended'),
  instructions_closed: settled('instructions_closed'),
  objections_decided: settled('objections_decided'),
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNot(actor: Actor, act: TaskAct, task: TaskFacts, today: Day): string | null {
  const row: Transition = TASK_LIFE[act];
  if (!relationsOf(actor, task).some((r) => row.by.includes(r))) return `tasks.why_not.relation.${act}`;
  if (!row.from.some((s) => s === task.status)) return 'tasks.why_not.status';
  return reasonsAgainst(actor, act, task, today)[0] ?? null;
}

/** All that is missing for an act, as text keys: who it is, and when, left aside. */
export const reasonsAgainst = (actor: Actor, act: TaskAct, task: TaskFacts, today: Day): string[] =>
  TASK_LIFE[act].needs.filter((need) => !NEEDS[need](actor, task, today, act)).map((need) => `tasks.why_not.${need}`);

/** What the sentences about a task's acts name. */
export const reasonValues = ({ findingsUntil }: Pick<TaskFacts, 'findingsUntil'>): TextValues => ({ day: findingsUntil ?? '' });

/** @throws Forbidden where it is not this person's act, Conflict where the task has moved on */
export function gate(actor: Actor, act: TaskAct, task: TaskFacts, today: Day): void {
  markChecked();
  const key = whyNot(actor, act, task, today);
  if (key === null) return;
  if (key === 'tasks.why_not.status') throw new Conflict(key);
  throw new Forbidden(key, reasonValues(task));
}

/** The tasks a person may see; what was never handed over has no number, binds nobody and is the supervisors' own. Bureaus and districts: what is handed to them, and under what they lead, the districts' children. */
export function visibleTo(actor: Actor): TaskWhereInput {
  markChecked();
  if (seesDrafts(actor)) return {};
  if (actor.role === 'inspector' || actor.role === 'leader') return { number: { not: null } };
  if (actor.role !== 'head' && actor.role !== 'clerk') return { id: -1 };
  const { unitId } = actor;
  return {
    number: { not: null },
    OR: [{ assignments: { some: { unitId } } }, { parent: { assignments: { some: { unitId, role: 'lead' } } } }],
  };
}

/** A district sees its own child; whoever leads or supervises the whole sees them all. */
export const seesEveryDistrict = ({ role, unitId }: Actor, { assignments }: { assignments: readonly { unitId: number; role: string }[] }): boolean =>
  ['supervisor', 'inspector', 'leader'].includes(role) || assignments.some((a) => a.role === 'lead' && a.unitId === unitId);

/** Whether somebody reads tasks that nobody has been handed yet. */
export const seesDrafts = ({ role }: Pick<Actor, 'role'>): boolean => role === 'supervisor';

/** The same as `visibleTo`, as SQL over a task called t; a test holds the two against each other. */
export function visibleSql(actor: Actor): Prisma.Sql {
  markChecked();
  if (seesDrafts(actor)) return Prisma.sql`1 = 1`;
  if (actor.role === 'inspector' || actor.role === 'leader') return Prisma.sql`t."number" IS NOT NULL`;
  if (actor.role !== 'head' && actor.role !== 'clerk') return Prisma.sql`1 = 0`;
  const { unitId } = actor;
  return Prisma.sql`t."number" IS NOT NULL AND (
    EXISTS (SELECT 1 FROM "Assignment" v WHERE v."taskId" = t."id" AND v."unitId" = ${unitId})
    OR EXISTS (SELECT 1 FROM "Assignment" v WHERE v."taskId" = t."parentId" AND v."unitId" = ${unitId} AND v."role" = 'lead'))`;
}
