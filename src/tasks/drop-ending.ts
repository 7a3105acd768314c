import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { decided } from './confirm-ending.ts';
import type { Remark } from './ending-forms.ts';
import { ENDING_LIFE, type EndingAct } from './ending-lifecycle.ts';
import { pendingEnding } from './pending-ending.ts';
import { settleTask } from './settle-task.ts';

/** What refusing and taking back share: the proposal is off, the task goes on as it was. @throws NotFound, Forbidden, Conflict */
export async function dropEnding(context: Context, actor: Actor, taskId: number, { version, remark }: Remark, act: Exclude<EndingAct, 'confirm'>, event: AuditEventName): Promise<void> {
  await transaction(context, async (tx) => {
    const ending = await pendingEnding(tx, actor, taskId, act);
    expectChanged(await tx.task.updateMany({ where: { id: taskId, version }, data: { version: { increment: 1 } } }));
    await tx.taskEnding.update({ where: { id: ending.id }, data: { ...decided(context, actor, remark), status: ENDING_LIFE[act].to } });
    await recordEvent(tx, context, actor, { event, subject: `task:${taskId}`, data: { ending: ending.kind, reason: remark } });
    await settleTask(tx, context, taskId, event);
  });
}
