import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { DueWishInput } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';

/** A responsible or supporting unit asks the lead for a later day of its own, never beyond the task's (DOMAIN §3). @throws NotFound, Forbidden, Conflict, Refused */
export async function askBranchDue(context: Context, actor: Actor, taskId: number, branchId: number, { version, toDueOn, reason }: DueWishInput): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'ask_due' });
    if (toDueOn <= row.dueOn) throw new Refused([{ key: 'tasks.error.not_later', values: { day: row.dueOn }, field: 'toDueOn' }]);
    if (toDueOn > row.task.deadline) throw new Refused([{ key: 'tasks.error.branch_after_task', values: { day: row.task.deadline }, field: 'toDueOn' }]);
    await tx.dueWish.create({ data: { assignmentId: branchId, fromDueOn: row.dueOn, toDueOn, reason, status: 'pending', askedById: actor.accountId, askedAt: context.clock.now() } });
    await moveBranch(tx, context, actor, row, { act: 'ask_due', version, data: { from: row.dueOn, to: toDueOn, reason } });
  });
}
