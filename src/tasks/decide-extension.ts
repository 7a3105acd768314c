import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { moveDeadline } from './move-deadline.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';
import type { Decision } from './task-forms.ts';

/** A supervisor grants or refuses an extension; the original deadline stays as it was for ever (R12). */
export async function decideExtension(context: Context, actor: Actor, id: number, { version, decision, reason }: Decision): Promise<void> {
  if (decision === 'refused' && reason === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'reason' }]);
  await transaction(context, async (tx) => {
    const facts = await gateTask(context, tx, actor, id, 'decide_extension');
    const pending = facts.extensions.find((e) => e.status === 'pending');
    if (pending === undefined) throw new NotFound('extension');
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    await tx.extension.update({
      where: { id: pending.id },
      data: { status: decision, decidedById: actor.accountId, decidedAt: context.clock.now(), decisionReason: reason, version: { increment: 1 } },
    });
    if (decision === 'granted') await moveDeadline(tx, id, facts.deadline, pending.toDeadline);
    const event = decision === 'granted' ? 'extension.granted' : 'extension.refused';
    await recordEvent(tx, context, actor, { event, subject: `task:${id}`, data: { from: facts.deadline, to: pending.toDeadline, reason } });
    await settleTask(tx, context, id, event);
  });
}
