import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { MilestoneUpdateManyMutationInput } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { MILESTONE_LIFE, type MilestoneAct } from './milestone-lifecycle.ts';
import { gateMilestone } from './milestone-policy.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';

/** Which milestone of which task. */
export interface MilestoneAddress { taskId: number; milestoneId: number }

interface MilestoneMove { act: MilestoneAct; version: number; columns: MilestoneUpdateManyMutationInput; data: Record<string, unknown> }

const EVENTS: Record<MilestoneAct, AuditEventName> = { report: 'milestone.reported', confirm: 'milestone.confirmed', send_back: 'milestone.sent_back', tick: 'milestone.confirmed' };

/** Gate, status by the table, version, event, settling: what all acts on a milestone share. @throws NotFound, Forbidden, Conflict */
export async function moveMilestone(context: Context, actor: Actor, { taskId, milestoneId }: MilestoneAddress, { act, version, columns, data }: MilestoneMove): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await findFacts(tx, actor, taskId);
    const milestone = await tx.milestone.findFirst({ where: { id: milestoneId, taskId, retiredAt: null } });
    if (milestone === null) throw new NotFound(`milestone ${milestoneId}`);
    gateMilestone(actor, act, task, milestone);
    const { to } = MILESTONE_LIFE[act];
    expectChanged(await tx.milestone.updateMany({ where: { id: milestoneId, version, status: milestone.status }, data: { ...columns, status: to, version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event: EVENTS[act], subject: `task:${taskId}`, data: { title: milestone.title, due: milestone.day, ...data } });
    await settleTask(tx, context, taskId, EVENTS[act]);
  });
}
