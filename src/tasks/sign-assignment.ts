import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { FORMER } from './assignment.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';

/** A unit's head signs for its branch (签收); the lead's signature sets the task underway. */
export async function signAssignment(context: Context, actor: Actor, taskId: number): Promise<void> {
  await transaction(context, async (tx) => {
    const facts = await gateTask(context, tx, actor, taskId, 'sign');
    expectChanged(await tx.assignment.updateMany({
      where: { taskId, unitId: actor.unitId, signedAt: null, role: { not: FORMER }, OR: [{ objection: null }, { objection: { not: 'open' } }] },
      data: { signedAt: context.clock.now(), signedById: actor.accountId, version: { increment: 1 } },
    }));
    const isLead = facts.assignments.some((a) => a.unitId === actor.unitId && a.role === 'lead');
    if (isLead) await tx.task.updateMany({ where: { id: taskId, status: 'issued' }, data: { status: 'underway', version: { increment: 1 } } });
    await recordEvent(tx, context, actor, { event: 'assignment.signed', subject: `task:${taskId}`, data: { unit: actor.unitName, number: facts.number } });
    await settleTask(tx, context, taskId, 'assignment.signed');
  });
}
