import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { EXTENSION_LIFE } from './extension-lifecycle.ts';
import { applicationOf, gateExtension } from './extension-policy.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';
import type { ExtensionWish } from './task-forms.ts';

/** What preparing and asking have in common: the words of the application, later than the present deadline and never beyond the plan (R11, R14). */
export async function writeExtension(context: Context, actor: Actor, id: number, act: 'prepare' | 'ask', { version, toDeadline, reason, progressNote }: ExtensionWish): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await findFacts(tx, actor, id);
    gateExtension(actor, act, task, today(context.clock));
    const { deadline, plan } = task;
    if (toDeadline <= deadline) throw new Refused([{ key: 'tasks.error.not_later', values: { day: deadline }, field: 'toDeadline' }]);
    if (toDeadline > plan.endsOn) throw new Refused([{ key: 'tasks.error.after_plan', values: { day: plan.endsOn }, field: 'toDeadline' }]);
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    const prepared = applicationOf(task);
    const words = { fromDeadline: deadline, toDeadline, reason, progressNote, status: EXTENSION_LIFE[act].to, askedById: actor.accountId, askedAt: context.clock.now() };
    const draftedById = act === 'prepare' ? actor.accountId : (prepared?.draftedById ?? null);
    if (prepared === null) await tx.extension.create({ data: { ...words, taskId: id, draftedById } });
    else await tx.extension.update({ where: { id: prepared.id }, data: { ...words, draftedById, version: { increment: 1 } } });
    const event = act === 'prepare' ? 'extension.prepared' : 'extension.asked';
    await recordEvent(tx, context, actor, { event, subject: `task:${id}`, data: { from: deadline, to: toDeadline, reason } });
    await settleTask(tx, context, id, event);
  });
}
