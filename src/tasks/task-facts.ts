import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import { NotFound } from '../kernel/errors.ts';
import type { TaskAct } from './task-lifecycle.ts';
import { ENDED_STATUSES } from './task.ts';
import { gate, visibleTo, type TaskFacts } from './task-policy.ts';

const ENDING_FACTS = { where: { status: 'pending' }, select: { id: true, kind: true, status: true, reason: true, survivorId: true, proposedById: true, version: true } } as const;

const OPEN_PROBLEMS = ['open', 'disputed', 'rectified', 'confirmed'];
const OPEN_INSTRUCTIONS = ['open', 'replied'];
/** An answer that the asking unit has neither taken nor sent back is not the end of it. */
const OPEN_COORDINATIONS = ['open', 'assigned', 'answered'];

/** What is still open on a task, counted by the database; the rules that ask for it are in the lifecycle. */
export const COUNTED = {
  select: {
    filings: { where: { status: 'submitted' } },
    children: { where: { status: { notIn: ENDED_STATUSES } } },
    problems: { where: { status: { in: OPEN_PROBLEMS } } },
    instructions: { where: { status: { in: OPEN_INSTRUCTIONS } } },
    assignments: { where: { objection: 'open' } },
    slips: { where: { repliedAt: null } },
    coordinations: { where: { status: { in: OPEN_COORDINATIONS } } },
    verifications: { where: { objection: { status: 'open' } } },
  },
} as const;

const FACTS = {
  id: true, number: true, title: true, status: true, version: true, startOn: true, deadline: true, originalDeadline: true, cycle: true,
  planId: true, parentId: true, submittedById: true, pauses: true,
  plan: { select: { endsOn: true } },
  assignments: { select: { id: true, unitId: true, role: true, signedAt: true, objection: true, dueOn: true, version: true } },
  parent: { select: { assignments: { select: { unitId: true, role: true } } } },
  extensions: { select: { id: true, status: true, askedById: true, draftedById: true, endorsedById: true, version: true, fromDeadline: true, toDeadline: true } },
  explanations: { select: { id: true, status: true, explainedById: true, rectifyBy: true }, orderBy: { id: 'asc' } },
  endings: ENDING_FACTS,
  _count: COUNTED,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof find>>>;
const find = (db: Tx, actor: Actor, id: number) => db.task.findFirst({ where: { id, AND: [visibleTo(actor)] }, select: FACTS });

export type KnownTask = Row & Omit<TaskFacts, 'extensions'> & { extensions: Row['extensions']; assignments: Row['assignments'] };

export const factsOf = (row: Row): KnownTask => ({ ...row, parentAssignments: row.parent?.assignments ?? [], ...countsOf(row._count) });

export const countsOf = (count: Row['_count']): Pick<TaskFacts, 'filingsInReview' | 'liveChildren' | 'unsettled'> => ({
  filingsInReview: count.filings, liveChildren: count.children,
  unsettled: {
    slips_answered: count.slips, coordinations_ended: count.coordinations, findings_decided: count.verifications,
    problems_ended: count.problems, instructions_closed: count.instructions, objections_decided: count.assignments,
  },
});

/** The task with what the policy asks for. @throws NotFound where it is not there or not for this person to see */
export async function findFacts(db: Tx, actor: Actor, id: number): Promise<KnownTask> {
  const row = await find(db, actor, id);
  if (row === null) throw new NotFound(`task ${id}`);
  return factsOf(row);
}

/** The first line of every verb on a task. @throws NotFound, Forbidden, Conflict */
export async function gateTask(context: Context, tx: Tx, actor: Actor, id: number, act: TaskAct): Promise<KnownTask> {
  const facts = await findFacts(tx, actor, id);
  gate(actor, act, facts, today(context.clock));
  return facts;
}
