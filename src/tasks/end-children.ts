import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from './settle-task.ts';
import { TASK_LIFE, type TaskAct, type Transition } from './task-lifecycle.ts';

export interface Child { id: number; title: string; number: string | null; status: string; pauses: string | null; deadline: string }

/** The districts' children that an act on the task above goes down to: those whose status allows it. What was closed stays closed. */
export async function childrenFor(tx: Tx, parentId: number, act: TaskAct): Promise<Child[]> {
  const row: Transition = TASK_LIFE[act];
  return tx.task.findMany({
    where: { parentId, status: { in: [...row.from] } }, select: { id: true, title: true, number: true, status: true, pauses: true, deadline: true }, orderBy: { id: 'asc' },
  });
}

/** A district's child goes where its parent went; what was still proposed for it lapses. */
export async function moveChild(tx: Tx, context: Context, actor: Actor, child: Child, { event, columns, data }: { event: AuditEventName; columns: Record<string, unknown>; data: Record<string, unknown> }): Promise<void> {
  await tx.taskEnding.updateMany({ where: { taskId: child.id, status: 'pending' }, data: { status: 'lapsed', decidedAt: context.clock.now() } });
  await tx.task.update({ where: { id: child.id }, data: { ...columns, version: { increment: 1 } } });
  await recordEvent(tx, context, actor, { event, subject: `task:${child.id}`, data: { title: child.title, number: child.number, withParent: true, ...data } });
  await settleTask(tx, context, child.id, event);
}
