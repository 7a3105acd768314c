import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { comparePlan } from './version-queries.ts';

/**
 * Lets the tasks of the forerunner count for the sentences that the new version kept word for word; the tasks themselves and what
 * they quote stay as they were handed over. Sentences that were changed keep none: there a person has to decide again.
 * @returns how many links were added; 0 when it was done before
 */
export async function carryTasks(context: Context, actor: Actor, planId: number): Promise<{ count: number }> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  const { differences, forerunnerId } = await comparePlan(context, planId);
  const kept = new Map(differences.flatMap(({ change, before, after }) => (
    (change === 'same' || change === 'moved') && before?.id != null && after?.id != null ? [[before.id, after.id] as const] : []
  )));
  return transaction(context, async (tx) => {
    const sources = await tx.taskSource.findMany({ where: { sentence: { planId: forerunnerId } }, select: { taskId: true, sentenceId: true } });
    const known = await tx.taskSource.findMany({ where: { sentence: { planId } }, select: { taskId: true, sentenceId: true } });
    const keyOf = (link: { taskId: number; sentenceId: number }): string => `${link.taskId}/${link.sentenceId}`;
    const taken = new Set(known.map(keyOf));
    const links = sources.flatMap(({ taskId, sentenceId }) => {
      const to = kept.get(sentenceId);
      return to === undefined || taken.has(keyOf({ taskId, sentenceId: to })) ? [] : [{ taskId, sentenceId: to }];
    });
    const fresh = [...new Map(links.map((link) => [keyOf(link), link])).values()];
    await tx.taskSource.createMany({ data: fresh });
    await recordEvent(tx, context, actor, { event: 'plan.tasks_carried', subject: `plan:${planId}`, data: { count: fresh.length, from: forerunnerId } });
    return { count: fresh.length };
  });
}
