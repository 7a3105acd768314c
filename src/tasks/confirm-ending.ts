import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { childrenFor, moveChild, type Child } from './end-children.ts';
import type { Remark } from './ending-forms.ts';
import { checkSurvivor, takeOverSources } from './merge-sources.ts';
import { moveTask } from './move-task.ts';
import { beginPause } from './pauses.ts';
import { pendingEnding, type PendingEnding } from './pending-ending.ts';
import { settleTask } from './settle-task.ts';
import type { EndingKind } from './task-ending.ts';
import { TASK_LIFE } from './task-lifecycle.ts';

const EVENTS: Record<EndingKind, AuditEventName> = { withdraw: 'task.withdrawn', merge: 'task.merged', make_standing: 'task.made_standing' };

/**
 * A second supervisor or a leader confirms what was proposed, and only now the task ends: withdrawn and standing go down to the
 * districts' children, merged hands its sentences to the surviving task. @throws NotFound, Forbidden, Conflict, Refused
 */
export async function confirmEnding(context: Context, actor: Actor, id: number, { version, remark }: Remark): Promise<void> {
  await transaction(context, async (tx) => {
    const ending = await pendingEnding(tx, actor, id, 'confirm');
    const { kind, reason, survivor } = ending;
    const data = { reason, remark, ...(survivor === null ? {} : { survivor: survivor.number }) };
    await moveTask(tx, context, actor, id, { act: kind, event: EVENTS[kind], version, columns: columnsOf(context, kind, ending.task.pauses, survivor?.id ?? null), data });
    await tx.taskEnding.update({ where: { id: ending.id }, data: { ...decided(context, actor, remark), status: 'confirmed' } });
    if (survivor !== null) await absorb(tx, context, actor, ending, survivor.id);
    else await takeChildrenAlong(tx, context, actor, id, kind, data);
  });
}

export const decided = ({ clock }: Context, actor: Actor, remark: string) => ({ decidedById: actor.accountId, decidedAt: clock.now(), remark, version: { increment: 1 } });

const columnsOf = ({ clock }: Context, kind: EndingKind, pauses: string | null, mergedIntoId: number | null) => ({
  ...(kind === 'make_standing' ? { pauses: beginPause(pauses, dayAt(clock)) } : {}), mergedIntoId, submittedAt: null, submittedById: null,
});

async function absorb(tx: Tx, context: Context, actor: Actor, { task, reason }: PendingEnding, survivorId: number): Promise<void> {
  await checkSurvivor(tx, task.id, survivorId);
  const count = await takeOverSources(tx, task.id, survivorId);
  await tx.task.update({ where: { id: survivorId }, data: { version: { increment: 1 } } });
  await recordEvent(tx, context, actor, { event: 'task.absorbed', subject: `task:${survivorId}`, data: { merged: task.number, title: task.title, count, reason } });
  await settleTask(tx, context, survivorId, 'task.absorbed');
}

async function takeChildrenAlong(tx: Tx, context: Context, actor: Actor, parentId: number, kind: EndingKind, data: Record<string, unknown>): Promise<void> {
  const columns = (child: Child) => ({ ...columnsOf(context, kind, child.pauses, null), status: TASK_LIFE[kind].to });
  for (const child of await childrenFor(tx, parentId, kind)) await moveChild(tx, context, actor, child, { event: EVENTS[kind], columns: columns(child), data });
}
