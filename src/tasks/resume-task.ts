import type { Actor } from '../kernel/actor.ts';
import { today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { addDays, daysBetween } from '../kernel/days.ts';
import { NotFound } from '../kernel/errors.ts';
import { moveChild } from './end-children.ts';
import type { ResumeWish } from './ending-forms.ts';
import { moveDeadline } from './move-deadline.ts';
import { moveTask } from './move-task.ts';
import { endPause } from './pauses.ts';
import { putOffMilestones } from './put-off-milestones.ts';

interface Suspended { id: number; taskId: number; suspendedOn: Day; wasStatus: string; task: { deadline: Day; pauses: string | null; plan: { endsOn: Day } } }

const PARTS = { task: { select: { id: true, title: true, number: true, status: true, deadline: true, pauses: true, plan: { select: { endsOn: true } } } } } as const;

/**
 * A suspended task goes on where it was. The days that it stood still may be added to the adjusted deadline, never beyond the plan's
 * end (R14), and its milestones move with it; the original one stays (R12). Children that were suspended with it go on with it.
 */
export async function resumeTask(context: Context, actor: Actor, id: number, wish: ResumeWish): Promise<void> {
  const { version, note } = wish;
  await transaction(context, async (tx) => {
    const row = await tx.suspension.findFirst({ where: { taskId: id, resumedOn: null }, include: PARTS, orderBy: { id: 'desc' } });
    const days = row === null ? 0 : await goOn(tx, context, actor, row, wish);
    await moveTask(tx, context, actor, id, { act: 'resume', event: 'task.resumed', version, columns: columnsOf(context, row, days), data: { note, days } });
    if (row === null) throw new NotFound('suspension');
    for (const child of await tx.suspension.findMany({ where: { withId: row.id, resumedOn: null, task: { status: 'suspended' } }, include: PARTS, orderBy: { id: 'asc' } })) {
      const added = await goOn(tx, context, actor, child, wish);
      await moveChild(tx, context, actor, child.task, { event: 'task.resumed', columns: columnsOf(context, child, added), data: { note, days: added } });
    }
  });
}

const columnsOf = ({ clock }: Context, row: Suspended | null, added: number) => (row === null ? {} : { status: row.wasStatus, pauses: endPause(row.task.pauses, dayAt(clock), added) });

/** Notes that the suspension is over and puts the deadline off. @returns the calendar days added */
async function goOn(tx: Tx, context: Context, actor: Actor, { id, taskId, suspendedOn, task }: Suspended, { addDays: isAdded, note }: ResumeWish): Promise<number> {
  const today = dayAt(context.clock);
  const wanted = addDays(task.deadline, daysBetween(suspendedOn, today));
  const deadline = wanted < task.plan.endsOn ? wanted : task.plan.endsOn;
  const daysAdded = isAdded && deadline > task.deadline ? daysBetween(task.deadline, deadline) : 0;
  if (daysAdded > 0) {
    await moveDeadline(tx, taskId, task.deadline, deadline);
    await putOffMilestones(tx, context, actor, { taskId, from: suspendedOn, days: daysAdded });
  }
  await tx.suspension.update({ where: { id }, data: { resumedOn: today, resumedById: actor.accountId, note, daysAdded } });
  return daysAdded;
}
