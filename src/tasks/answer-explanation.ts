import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Conflict, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { gateExplanation } from './explanation-policy.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';
import type { ExplanationAnswer } from './task-forms.ts';

/** The supervisor sets a rectification limit (整改时限); deadline and light stay what they are (R13). */
export async function answerExplanation(context: Context, actor: Actor, id: number, { version, rectifyBy, answer }: ExplanationAnswer): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await findFacts(tx, actor, id);
    const day = today(context.clock);
    gateExplanation(actor, 'answer', task, day);
    if (rectifyBy < day) throw new Refused([{ key: 'tasks.error.day_past', field: 'rectifyBy' }]);
    const open = task.explanations.at(-1);
    if (open === undefined) throw new Conflict();
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    await tx.overdueExplanation.update({
      where: { id: open.id }, data: { status: 'answered', rectifyBy, answer, answeredById: actor.accountId, answeredAt: context.clock.now(), version: { increment: 1 } },
    });
    await recordEvent(tx, context, actor, { event: 'explanation.answered', subject: `task:${id}`, data: { day: rectifyBy, reason: answer } });
    await settleTask(tx, context, id, 'explanation.answered');
  });
}
