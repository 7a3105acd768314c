import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import { NotFound } from '../kernel/errors.ts';
import type { TaskAct } from './task-lifecycle.ts';
import { openMattersOf, type OpenMatters } from './open-matters.ts';
import { gate, visibleTo, type TaskFacts } from './task-policy.ts';

const ENDING_FACTS = { where: { status: 'pending' }, select: { id: true, kind: true, status: true, reason: true, survivorId: true, proposedById: true, version: true } } as const;

const FACTS = {
  id: true, number: true, title: true, status: true, version: true, startOn: true, deadline: true, originalDeadline: true, cycle: true,
  planId: true, parentId: true, submittedById: true, pauses: true,
  plan: { select: { endsOn: true } },
  assignments: { select: { id: true, unitId: true, role: true, signedAt: true, objection: true, dueOn: true, version: true } },
  parent: { select: { assignments: { select: { unitId: true, role: true } } } },
  extensions: { select: { id: true, status: true, askedById: true, draftedById: true, endorsedById: true, version: true, fromDeadline: true, toDeadline: true } },
  explanations: { select: { id: true, status: true, explainedById: true, rectifyBy: true }, orderBy: { id: 'asc' } },
  endings: ENDING_FACTS,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof find>>>;
const find = (db: Tx, actor: Actor, id: number) => db.task.findFirst({ where: { id, AND: [visibleTo(actor)] }, select: FACTS });

export type KnownTask = Row & Omit<TaskFacts, 'extensions'> & { extensions: Row['extensions']; assignments: Row['assignments'] };

export const factsOf = (row: Row, open: OpenMatters): KnownTask => ({ ...row, parentAssignments: row.parent?.assignments ?? [], ...open });

/** The task with what the policy asks for. @throws NotFound where it is not there or not for this person to see */
export async function findFacts(db: Tx, actor: Actor, id: number): Promise<KnownTask> {
  const row = await find(db, actor, id);
  if (row === null) throw new NotFound(`task ${id}`);
  return factsOf(row, await openMattersOf(db, id));
}

/** The first line of every verb on a task. @throws NotFound, Forbidden, Conflict */
export async function gateTask(context: Context, tx: Tx, actor: Actor, id: number, act: TaskAct): Promise<KnownTask> {
  const facts = await findFacts(tx, actor, id);
  gate(actor, act, facts, today(context.clock));
  return facts;
}
