import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { ENDED_TASKS } from './suspect-queries.ts';
import { comparePlan, type Comparison } from './version-queries.ts';

/** How many links were added, and how many tasks have to be confirmed again; 0 of both when it was done before. */
export interface Carried { count: number; suspects: number }

/**
 * Lets the tasks of the forerunner count for the sentences that the new version kept word for word; the tasks themselves and what
 * they quote stay as they were handed over. Tasks that rest on sentences which were changed or dropped become suspect: there a person
 * has to decide again (DOMAIN §5.4).
 */
export async function carryTasks(context: Context, actor: Actor, planId: number): Promise<Carried> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  const comparison = await comparePlan(context, planId);
  return transaction(context, async (tx) => {
    const count = await linkKept(tx, planId, comparison);
    const suspects = await putUpChanged(tx, planId, comparison);
    await tx.plan.update({ where: { id: planId }, data: { carriedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: 'plan.tasks_carried', subject: `plan:${planId}`, data: { count, suspects, from: comparison.forerunnerId } });
    return { count, suspects };
  });
}

async function linkKept(tx: Tx, planId: number, { differences, forerunnerId }: Comparison): Promise<number> {
  const kept = new Map(differences.flatMap(({ change, before, after }) => (
    (change === 'same' || change === 'moved') && before?.id != null && after?.id != null ? [[before.id, after.id] as const] : []
  )));
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
  return fresh.length;
}

async function putUpChanged(tx: Tx, planId: number, { differences, forerunnerId }: Comparison): Promise<number> {
  const changed = new Map(differences.flatMap(({ change, before, after }) => (
    (change === 'reworded' || change === 'number' || change === 'dropped') && before?.id != null ? [[before.id, { change, afterId: after?.id ?? null }] as const] : []
  )));
  const sources = await tx.taskSource.findMany({
    where: { sentence: { planId: forerunnerId }, task: { parentId: null, status: { notIn: ENDED_TASKS } } }, select: { taskId: true, sentenceId: true }, distinct: ['taskId', 'sentenceId'],
  });
  const known = new Set((await tx.suspectLink.findMany({ where: { planId }, select: { taskId: true, beforeId: true } })).map((one) => `${one.taskId}/${one.beforeId}`));
  const fresh = sources.flatMap(({ taskId, sentenceId: beforeId }) => {
    const change = changed.get(beforeId);
    return change === undefined || known.has(`${taskId}/${beforeId}`) ? [] : [{ planId, taskId, beforeId, ...change }];
  });
  await tx.suspectLink.createMany({ data: fresh });
  return fresh.length;
}
