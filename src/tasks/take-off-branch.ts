import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { OtherRole } from './assignment.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { TakeOff } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';
import { placeBranch } from './place-branch.ts';

/**
 * A supervisor takes a responsible or supporting unit off a task, or puts another in its place. Nothing it reported is lost: the unit
 * stays in the task's history and reads what it wrote. @throws NotFound, Forbidden, Conflict, Refused
 */
export async function takeOffBranch(context: Context, actor: Actor, taskId: number, branchId: number, { version, unitId, reason }: TakeOff): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'take_off' });
    if (unitId !== null) {
      const unit = await placeBranch(tx, context, { taskId, unitId, role: row.role as OtherRole, dueOn: row.dueOn, capReason: reason });
      const data = { unit, branch: row.role, dueOn: row.dueOn, reason, number: row.task.number };
      await recordEvent(tx, context, actor, { event: 'assignment.added', subject: `task:${taskId}`, data });
    }
    await moveBranch(tx, context, actor, row, { act: 'take_off', version, data: { branch: row.role, reason } });
  });
}
