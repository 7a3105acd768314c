import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { gateExplanation } from './explanation-policy.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';
import type { Explanation } from './task-forms.ts';

/** After the deadline there is no extension: the lead's head explains and says by when it will be made good (逾期说明, R13). */
export async function explainOverdue(context: Context, actor: Actor, id: number, { version, reason, measures, madeGoodBy }: Explanation): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await findFacts(tx, actor, id);
    const day = today(context.clock);
    gateExplanation(actor, 'explain', task, day);
    if (madeGoodBy < day) throw new Refused([{ key: 'tasks.error.day_past', field: 'madeGoodBy' }]);
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    await tx.overdueExplanation.create({ data: { taskId: id, deadline: task.deadline, reason, measures, madeGoodBy, status: 'open', explainedById: actor.accountId, explainedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: 'explanation.given', subject: `task:${id}`, data: { deadline: task.deadline, day: madeGoodBy, reason } });
    await settleTask(tx, context, id, 'explanation.given');
  });
}
