import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { CoordinationWhereInput } from '../kernel/db/client.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { COORDINATION_PARTS, WAITING_STATUSES, type CoordinationPart } from './coordination.ts';
import { coordinationsVisibleTo } from './coordination-policy.ts';
import { findCoordination } from './find-coordination.ts';

const PARTS: Record<CoordinationPart, (day: Day) => CoordinationWhereInput> = {
  waiting: () => ({ status: { in: [...WAITING_STATUSES] } }),
  late: (day) => ({ status: { in: [...WAITING_STATUSES] }, dueOn: { lt: day } }),
  answered: () => ({ status: 'answered' }),
  ended: () => ({ status: { in: ['settled', 'dropped'] } }),
};

/** What waits for this very person: to be answered or handed on, or, for the head of the asking unit, to be confirmed. */
export function coordinationsWaitingFor(actor: Actor): CoordinationWhereInput {
  const waiting = { status: { in: [...WAITING_STATUSES] } };
  const own: CoordinationWhereInput = actor.role === 'supervisor' ? { ...waiting, owner: { in: ['supervisor', 'outside'] } }
    : actor.role === 'leader' ? { ...waiting, owner: 'leader' }
      : actor.role === 'head' ? { OR: [{ ...waiting, owner: 'unit', ownerUnitId: actor.unitId }, { status: 'answered', unitId: actor.unitId }] } : { id: -1 };
  return { AND: [coordinationsVisibleTo(actor), own] };
}

const whereOf = (actor: Actor, part: CoordinationPart, day: Day): CoordinationWhereInput => ({ AND: [coordinationsVisibleTo(actor), PARTS[part](day)] });

const LINE = { unit: { select: { shortName: true } }, ownerUnit: { select: { shortName: true } }, task: { select: { number: true, title: true } } } as const;

export type CoordinationLine = Awaited<ReturnType<typeof coordinationLines>>[number];

/** One page of the list, the earliest due day first. @param where a part of it, or what waits for somebody */
export const coordinationLines = ({ db }: Context, where: CoordinationWhereInput, { skip, take }: { skip: number; take: number }) =>
  db.coordination.findMany({ where, include: LINE, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], skip, take });

/** The lines of a part with how many each part has. */
export async function coordinationList(context: Context, actor: Actor, part: CoordinationPart, slice: { skip: number; take: number }) {
  const day = today(context.clock);
  const counts = await Promise.all(COORDINATION_PARTS.map((each) => context.db.coordination.count({ where: whereOf(actor, each, day) })));
  const lines = await coordinationLines(context, whereOf(actor, part, day), slice);
  return { lines, counts: Object.fromEntries(COORDINATION_PARTS.map((each, i) => [each, counts[i] ?? 0])) as Record<CoordinationPart, number> };
}

export type CoordinationDetail = Awaited<ReturnType<typeof coordinationDetail>>;

/** A matter with the names of those who had to do with it; a unit that was asked may not know of the task it comes from. @throws NotFound */
export async function coordinationDetail(context: Context, actor: Actor, id: number) {
  const row = await findCoordination(context.db, actor, id);
  const names = await namesOf(context, [row.raisedById, row.assignedById, row.answeredById, row.settledById]);
  const taskIsVisible = (await context.db.task.count({ where: { id: row.taskId, AND: [visibleTo(actor)] } })) === 1;
  return { ...row, names, taskIsVisible };
}
