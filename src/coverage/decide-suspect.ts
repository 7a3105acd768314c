import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import type { SuspectVerdict } from './suspect-forms.ts';

const EVENTS = { confirmed: 'task.source_confirmed', adjusted: 'task.source_adjusted' } as const;

/**
 * Says of a task whose sentence the new version changed that it holds as it is, or what of it is to be done otherwise; from then on it
 * carries out the new sentence too. Withdrawing it is the task's own act. @throws Forbidden, NotFound, Conflict where somebody decided meanwhile
 */
export async function decideSuspect(context: Context, actor: Actor, id: number, { version, verdict, note }: SuspectVerdict): Promise<{ planId: number }> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  return transaction(context, async (tx) => {
    const link = await tx.suspectLink.findUnique({ where: { id }, include: { task: { select: { title: true, number: true } } } });
    if (link === null) throw new NotFound(`suspect ${id}`);
    if (link.verdict !== null) throw new Conflict('coverage.suspect.error.decided');
    const decided = { verdict, note: note === '' ? null : note, decidedById: actor.accountId, decidedAt: context.clock.now() };
    expectChanged(await tx.suspectLink.updateMany({ where: { id, version, verdict: null }, data: { ...decided, version: { increment: 1 } } }));
    const { taskId, afterId: sentenceId, planId, change, task } = link;
    if (sentenceId !== null && (await tx.taskSource.count({ where: { taskId, sentenceId } })) === 0) await tx.taskSource.create({ data: { taskId, sentenceId } });
    await recordEvent(tx, context, actor, { event: EVENTS[verdict], subject: `task:${taskId}`, data: { title: task.title, number: task.number, change, note } });
    await settleTask(tx, context, taskId, EVENTS[verdict]);
    return { planId };
  });
}
