import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { complaintsAboutMilestones, milestoneChanges, milestoneColumns, milestoneWords, missedTargets } from './milestone.ts';
import type { MilestoneChange } from './milestone-forms.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';

/** After the hand-over only a supervisor changes the milestones, with a reason; the old ones are kept (R11 in spirit). */
export async function changeMilestones(context: Context, actor: Actor, id: number, { version, reason, milestones }: MilestoneChange): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await gateTask(context, tx, actor, id, 'change_milestones');
    const complaints = complaintsAboutMilestones(milestones, task);
    if (complaints.length > 0) throw new Refused(complaints);
    const present = await tx.milestone.findMany({ where: { taskId: id, retiredAt: null } });
    const { retired, added } = milestoneChanges(present, milestones);
    if (retired.length + added.length === 0) throw new Refused([{ key: 'tasks.error.milestones_same' }]);
    const [missed] = missedTargets(retired, today(context.clock));
    if (missed !== undefined) throw new Refused([{ key: 'tasks.error.milestone_target_missed', values: { day: missed.day, title: missed.title } }]);
    expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
    await tx.milestone.updateMany({ where: { id: { in: retired.map((m) => m.id) } }, data: { retiredAt: context.clock.now(), retiredById: actor.accountId, retireReason: reason, version: { increment: 1 } } });
    await tx.milestone.createMany({ data: added.map((wish) => ({ ...milestoneColumns(wish), taskId: id })) });
    await recordEvent(tx, context, actor, { event: 'milestone.changed', subject: `task:${id}`, data: { reason, before: retired.map(milestoneWords), after: added.map(milestoneWords), count: milestones.length } });
    await settleTask(tx, context, id, 'milestone.changed');
  });
}
