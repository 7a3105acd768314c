import type { Actor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import type { EndingAct } from './ending-lifecycle.ts';
import { gateEnding } from './ending-policy.ts';
import type { EndingKind } from './task-ending.ts';
import { visibleTo } from './task-policy.ts';

export type PendingEnding = Awaited<ReturnType<typeof pendingEnding>>;

/** The proposal that lies on a task: the first line of every verb on it. One that was decided meanwhile is found too, so that it can be said. @throws NotFound, Forbidden, Conflict */
export async function pendingEnding(tx: Tx, actor: Actor, taskId: number, act: EndingAct) {
  const row = await tx.taskEnding.findFirst({
    where: { taskId, task: visibleTo(actor) }, orderBy: { id: 'desc' },
    include: { task: { select: { id: true, number: true, title: true, pauses: true } }, survivor: { select: { id: true, number: true } } },
  });
  if (row === null) throw new NotFound(`proposal on task ${taskId}`);
  gateEnding(actor, act, row);
  return { ...row, kind: row.kind as EndingKind };
}
