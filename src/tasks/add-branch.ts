import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { NewBranch } from './branch-forms.ts';
import { checkOwnDay, placeBranch } from './place-branch.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';
import { gate } from './task-policy.ts';

/** A supervisor adds a responsible or supporting unit to a task that was handed over. @throws NotFound, Forbidden, Conflict, Refused */
export async function addBranch(context: Context, actor: Actor, taskId: number, { version, unitId, role, dueOn, reason, capReason = '' }: NewBranch): Promise<void> {
  await transaction(context, async (tx) => {
    const facts = await findFacts(tx, actor, taskId);
    gate(actor, 'add_unit', facts, today(context.clock));
    checkOwnDay(context, dueOn, facts.deadline);
    expectChanged(await tx.task.updateMany({ where: { id: taskId, version }, data: { version: { increment: 1 } } }));
    const unit = await placeBranch(tx, context, { taskId, unitId, role, dueOn, capReason });
    await recordEvent(tx, context, actor, { event: 'assignment.added', subject: `task:${taskId}`, data: { unit, branch: role, dueOn, reason, number: facts.number, ...(capReason === '' ? {} : { capReason }) } });
    await settleTask(tx, context, taskId, 'assignment.added');
  });
}
