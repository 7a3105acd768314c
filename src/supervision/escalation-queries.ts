import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { addressedTo } from './slip-policy.ts';

export type EscalationLine = Awaited<ReturnType<typeof escalationLines>>[number];

/** Talks and criticisms, the newest first: of all units for those who watch over them, else the unit's own. */
export async function escalationLines({ db }: Context, actor: Actor, filter: { page: number }, size: number) {
  const rows = await db.escalation.findMany({ where: addressedTo(actor), orderBy: [{ heldOn: 'desc' }, { id: 'desc' }], take: size, skip: (filter.page - 1) * size });
  const units = await db.unit.findMany({ where: { id: { in: rows.map((r) => r.unitId) } }, select: { id: true, shortName: true } });
  const tasks = await db.task.findMany({ where: { id: { in: rows.map((r) => r.taskId) } }, select: { id: true, number: true, title: true } });
  return rows.map((row) => ({ ...row, unit: units.find((u) => u.id === row.unitId)?.shortName ?? '', task: tasks.find((t) => t.id === row.taskId) ?? null }));
}

export const countEscalations = ({ db }: Context, actor: Actor): Promise<number> => db.escalation.count({ where: addressedTo(actor) });

export type EscalationDetail = Awaited<ReturnType<typeof findEscalation>>;

/** @throws NotFound also where it is about another unit */
export async function findEscalation(context: Context, actor: Actor, id: number) {
  const row = await context.db.escalation.findFirst({ where: { id, AND: [addressedTo(actor)] } });
  if (row === null) throw new NotFound(`escalation ${String(id)}`);
  const unit = await context.db.unit.findUniqueOrThrow({ where: { id: row.unitId }, select: { shortName: true } });
  const task = await context.db.task.findUniqueOrThrow({ where: { id: row.taskId }, select: { number: true, title: true } });
  return { ...row, unit, task, names: await namesOf(context, [row.recordedById]) };
}
