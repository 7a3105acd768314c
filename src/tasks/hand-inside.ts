import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { gateBranchOf } from './assignment-facts.ts';
import type { HandInside } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';

/** A unit's head gives the unit's branch to an office or a person inside; the unit stays accountable, how it was before is kept. @throws NotFound, Forbidden, Conflict, Refused */
export async function handInside(context: Context, actor: Actor, taskId: number, branchId: number, { version, office, accountId, note }: HandInside): Promise<void> {
  if (office === '' && accountId === null) throw new Refused([{ key: 'tasks.error.office_or_person', field: 'office' }]);
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: 'hand_inside' });
    const person = accountId === null ? null : await memberOf(tx, accountId, actor.unitId);
    const now = context.clock.now();
    await tx.handling.updateMany({ where: { assignmentId: branchId, endedAt: null }, data: { endedAt: now } });
    await tx.handling.create({ data: { assignmentId: branchId, office, accountId, note, givenById: actor.accountId, givenAt: now } });
    await moveBranch(tx, context, actor, row, { act: 'hand_inside', version, data: { handler: [office, person].filter((part) => part !== null && part !== '').join(' '), note } });
  });
}

/** @returns the name @throws Refused where that account holds no post in the unit */
export async function memberOf(tx: Tx, accountId: number, unitId: number): Promise<string> {
  const post = await tx.post.findFirst({ where: { accountId, unitId, active: true, account: { active: true } }, select: { account: { select: { name: true } } } });
  if (post === null) throw new Refused([{ key: 'tasks.error.not_of_unit', field: 'accountId' }]);
  return post.account.name;
}
