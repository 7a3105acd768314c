import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx, TaskUpdateManyMutationInput } from '../kernel/db/client.ts';
import { expectChanged } from '../kernel/db/transaction.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';
import { TASK_LIFE, type TaskAct, type Transition } from './task-lifecycle.ts';

/** One step of a task's life as a verb asks for it. */
export interface Move {
  act: TaskAct;
  event: AuditEventName;
  /** The version the person saw. */
  version: number;
  columns?: TaskUpdateManyMutationInput;
  data?: Record<string, unknown>;
}

/** Gate, status by the table, version, event, settling: what all acts on a task share. @throws NotFound, Forbidden, Conflict */
export async function moveTask(tx: Tx, context: Context, actor: Actor, id: number, { act, event, version, columns, data }: Move): Promise<Awaited<ReturnType<typeof gateTask>>> {
  const facts = await gateTask(context, tx, actor, id, act);
  const row: Transition = TASK_LIFE[act];
  expectChanged(await tx.task.updateMany({
    where: { id, version, status: { in: [...row.from] } },
    data: { ...columns, ...(row.to === null ? {} : { status: row.to }), version: { increment: 1 } },
  }));
  await recordEvent(tx, context, actor, { event, subject: `task:${id}`, data: { title: facts.title, number: facts.number, ...data } });
  await settleTask(tx, context, id, event);
  return facts;
}
