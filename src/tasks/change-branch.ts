import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { BranchChange } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';
import { checkOwnDay } from './place-branch.ts';

/** A supervisor changes the role or the own day of a responsible or supporting unit, with the reason. @throws NotFound, Forbidden, Conflict, Refused */
export async function changeBranch(context: Context, actor: Actor, taskId: number, branchId: number, { version, role, dueOn, reason }: BranchChange): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'change' });
    if (dueOn !== row.dueOn) checkOwnDay(context, dueOn, row.task.deadline);
    const data = { before: { role: row.role, dueOn: row.dueOn }, branch: role, dueOn, reason };
    await moveBranch(tx, context, actor, row, { act: 'change', version, columns: { role, dueOn }, data });
  });
}
