import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Db, TaskWhereInput } from '../kernel/db/client.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { NotFound } from '../kernel/errors.ts';
import { openMattersOf } from './open-matters.ts';
import { factsOf } from './task-facts.ts';
import { visibleTo } from './task-policy.ts';

const UNIT = { select: { id: true, shortName: true, kind: true, phone: true } } as const;

const DETAIL = {
  plan: { select: { id: true, shortTitle: true, endsOn: true } },
  sources: { include: { sentence: { select: { id: true, ordinal: true, planId: true, cite: true, text: true } } } },
  assignments: { include: { unit: UNIT, filings: { select: { period: true, status: true, dueOn: true, progress: true, sentAt: true } } }, orderBy: { id: 'asc' } },
  parent: { select: { id: true, number: true, title: true, assignments: { select: { unitId: true, role: true } } } },
  children: { select: { id: true, number: true, status: true, startOn: true, deadline: true, originalDeadline: true, course: true, pauses: true, progress: true, yellowFrom: true, redFrom: true, leadUnitId: true, leadUnit: { select: { shortName: true, sort: true } } } },
  extensions: { orderBy: { id: 'desc' } },
  explanations: { orderBy: { id: 'asc' } },
  milestones: { orderBy: { day: 'asc' } },
  turnUnit: { select: { shortName: true } },
  leadUnit: { select: { kind: true } },
  holderSpans: { orderBy: { id: 'asc' } },
  verifications: { where: { NOT: { objection: { status: 'upheld' } } }, select: { id: true, unitId: true, visitedOn: true, reportedProgress: true, foundProgress: true, confidence: true }, orderBy: { id: 'desc' }, take: 1 },
  endings: { orderBy: { id: 'desc' }, include: { survivor: { select: { id: true, number: true, title: true } } } },
  suspensions: { orderBy: { id: 'desc' } },
  phases: { orderBy: { ordinal: 'asc' } },
  lightOverrides: { orderBy: { id: 'desc' } },
} as const;

export type TaskDetail = Awaited<ReturnType<typeof findTask>>;

/** A task with everything its page shows; nobody may change what comes back. @throws NotFound also where it is another unit's */
export const findTask = ({ db }: Context, actor: Actor, id: number) => {
  const scope = visibleTo(actor);
  return untilWritten(db, `task ${id} ${actor.role} ${actor.unitId}`, () => readTask(db, scope, id));
};

async function readTask(db: Db, scope: TaskWhereInput, id: number) {
  const task = await db.task.findFirst({ where: { id, AND: [scope] }, include: DETAIL });
  if (task === null) throw new NotFound(`task ${id}`);
  return { ...task, ...factsOf(task, await openMattersOf(db, id)), assignments: task.assignments, extensions: task.extensions, explanations: task.explanations, endings: task.endings, parent: task.parent, plan: task.plan };
}

/** Names of accounts for a timeline or a list of people to call. */
export async function namesOf({ db }: Context, accountIds: (number | null)[]): Promise<Map<number, string>> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  const rows = await untilWritten(db, `names ${ids.sort((a, b) => a - b).join(' ')}`, async () => db.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }));
  return new Map(rows.map((row) => [row.id, row.name]));
}
