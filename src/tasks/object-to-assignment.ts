import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { Objection } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';

/** Instead of signing, a unit's head says why the matter is not the unit's (职责异议), once and within the term; until it is decided the unit's clock stands. @throws NotFound, Forbidden, Conflict */
export async function objectToAssignment(context: Context, actor: Actor, taskId: number, branchId: number, { version, reason }: Objection): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'object' });
    const columns = { objection: 'open', objectionReason: reason, objectedAt: context.clock.now(), objectedById: actor.accountId };
    await moveBranch(tx, context, actor, row, { act: 'object', version, columns, data: { reason } });
  });
}
