import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { DueDecision } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';

/** The lead's head grants or refuses a branch a later day; the task's own deadline does not move. @throws NotFound, Forbidden, Conflict, Refused */
export async function decideBranchDue(context: Context, actor: Actor, taskId: number, branchId: number, { version, decision, reason }: DueDecision): Promise<void> {
  if (decision === 'refused' && reason === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'reason' }]);
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'decide_due' });
    const [wish] = row.dueWishes;
    if (wish === undefined) throw new NotFound('wish');
    if (decision === 'granted' && wish.toDueOn > row.task.deadline) throw new Refused([{ key: 'tasks.error.branch_after_task', values: { day: row.task.deadline }, field: 'decision' }]);
    expectChanged(await tx.dueWish.updateMany({
      where: { id: wish.id, status: 'pending' }, data: { status: decision, decidedById: actor.accountId, decidedAt: context.clock.now(), decisionReason: reason },
    }));
    const columns = decision === 'granted' ? { dueOn: wish.toDueOn } : {};
    await moveBranch(tx, context, actor, row, { act: 'decide_due', version, columns, data: { from: wish.fromDueOn, to: wish.toDueOn, decision, reason } });
  });
}
