import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { AssignmentUpdateManyMutationInput, Tx } from '../kernel/db/client.ts';
import { expectChanged } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { FORMER } from './assignment.ts';
import type { BranchRow } from './assignment-facts.ts';
import { BRANCH_LIFE, type BranchAct, type BranchTransition } from './assignment-lifecycle.ts';
import { settleTask } from './settle-task.ts';

/** One step of a branch's life as a verb asks for it. */
export interface BranchMove {
  act: BranchAct;
  /** Of the branch, as the person saw it. */
  version: number;
  columns?: AssignmentUpdateManyMutationInput;
  data?: Record<string, unknown>;
}

/** Version, event and settling: what all acts on a branch share after their gate. @throws Conflict */
export async function moveBranch(tx: Tx, context: Context, actor: Actor, row: BranchRow, { act, version, columns, data }: BranchMove): Promise<void> {
  const step: BranchTransition = BRANCH_LIFE[act];
  const leaves = step.to === 'former';
  expectChanged(await tx.assignment.updateMany({ where: { id: row.id, version }, data: { ...columns, ...(leaves ? { role: FORMER } : {}), version: { increment: 1 } } }));
  if (leaves) await endWork(tx, context, row.id);
  await recordEvent(tx, context, actor, { event: step.event, subject: `task:${row.task.id}`, data: { unit: row.unit.shortName, number: row.task.number, title: row.task.title, ...data } });
  await settleTask(tx, context, row.task.id, step.event);
}

/** With the branch ends what hung on it: who worked on it, and what it had asked for. Its reports and files stay. */
async function endWork(tx: Tx, context: Context, assignmentId: number): Promise<void> {
  const at = context.clock.now();
  await tx.handling.updateMany({ where: { assignmentId, endedAt: null }, data: { endedAt: at } });
  await tx.dueWish.updateMany({ where: { assignmentId, status: 'pending' }, data: { status: 'lapsed', decidedAt: at } });
}
