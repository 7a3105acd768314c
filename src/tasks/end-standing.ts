import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { daysBetween } from '../kernel/days.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import type { EndStandingWish } from './ending-forms.ts';
import { moveDeadline } from './move-deadline.ts';
import { moveTask } from './move-task.ts';
import { endPause, readPauses } from './pauses.ts';
import { putOffMilestones } from './put-off-milestones.ts';
import { gateTask } from './task-facts.ts';

/** A standing task is taken up again as an ordinary one with a deadline of its own; nobody is relieved by that, so one supervisor is enough. Milestones of the time that it stood still move with the days that the deadline gained, as after a suspension. A lead that never signed has to do so first. */
export async function endStanding(context: Context, actor: Actor, id: number, { version, deadline, reason }: EndStandingWish): Promise<void> {
  await transaction(context, async (tx) => {
    const facts = await gateTask(context, tx, actor, id, 'end_standing');
    const today = dayAt(context.clock);
    if (deadline <= today) throw new Refused([{ key: 'tasks.error.deadline_past', field: 'deadline' }]);
    if (deadline > facts.plan.endsOn) throw new Refused([{ key: 'tasks.error.after_plan', values: { day: facts.plan.endsOn }, field: 'deadline' }]);
    const from = readPauses(facts.pauses).find((pause) => pause.until === null)?.from ?? today;
    const days = Math.min(daysBetween(from, today), Math.max(0, daysBetween(facts.deadline, deadline)));
    await moveDeadline(tx, id, facts.deadline, deadline);
    if (days > 0) await putOffMilestones(tx, context, actor, { taskId: id, from, days });
    const hasSigned = facts.assignments.some((a) => a.role === 'lead' && a.signedAt !== null);
    const columns = { status: hasSigned ? 'underway' : 'issued', pauses: endPause(facts.pauses, today, days) };
    await moveTask(tx, context, actor, id, { act: 'end_standing', event: 'task.standing_ended', version, columns, data: { reason, deadline } });
  });
}
