import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';
import type { ExtensionWish } from './task-forms.ts';

/** The lead's head asks for a later deadline before the present one has passed (R11, R13), never beyond the plan (R14). */
export async function askExtension(context: Context, actor: Actor, id: number, { version, toDeadline, reason, progressNote }: ExtensionWish): Promise<void> {
  await transaction(context, async (tx) => {
    const { deadline, plan } = await gateTask(context, tx, actor, id, 'ask_extension');
    if (toDeadline <= deadline) throw new Refused([{ key: 'tasks.error.not_later', values: { day: deadline }, field: 'toDeadline' }]);
    if (toDeadline > plan.endsOn) throw new Refused([{ key: 'tasks.error.after_plan', values: { day: plan.endsOn }, field: 'toDeadline' }]);
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    await tx.extension.create({
      data: { taskId: id, fromDeadline: deadline, toDeadline, reason, progressNote, status: 'pending', askedById: actor.accountId, askedAt: context.clock.now() },
    });
    await recordEvent(tx, context, actor, { event: 'extension.asked', subject: `task:${id}`, data: { from: deadline, to: toDeadline, reason } });
    await settleTask(tx, context, id, 'extension.asked');
  });
}
