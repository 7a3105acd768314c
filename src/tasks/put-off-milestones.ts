import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { addDays } from '../kernel/days.ts';
import { wordsIn } from '../kernel/text.ts';
import { recordEvent } from '../audit/record-event.ts';
import { milestoneWords } from './milestone.ts';

/** The days that a task stood still, for its milestones from the first of them on: each as long after the resumption as it had been away. */
export interface PutOff { taskId: number; from: Day; days: number }

/**
 * Puts milestones off with the deadline of a task that goes on. The old ones are retired, not rewritten, and what was reported of them
 * goes along. The caller settles the task.
 */
export async function putOffMilestones(tx: Tx, context: Context, actor: Actor, { taskId, from, days }: PutOff): Promise<void> {
  const where = { taskId, retiredAt: null, day: { gte: from } };
  const before = await tx.milestone.findMany({ where, omit: { id: true, version: true }, orderBy: { day: 'asc' } });
  if (before.length === 0) return;
  const reason = wordsIn('zh-CN')('tasks.milestone.put_off', { days });
  await tx.milestone.updateMany({ where, data: { retiredAt: context.clock.now(), retiredById: actor.accountId, retireReason: reason, version: { increment: 1 } } });
  const after = before.map((kept) => ({ ...kept, day: addDays(kept.day, days) }));
  await tx.milestone.createMany({ data: after });
  await recordEvent(tx, context, actor, { event: 'milestone.changed', subject: `task:${taskId}`, data: { reason, before: before.map(milestoneWords), after: after.map(milestoneWords), count: after.length } });
}
