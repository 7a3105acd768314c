import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { moveMilestone, type MilestoneAddress } from './move-milestone.ts';
import type { MilestoneReport } from './milestone-forms.ts';

/** The lead's head reports a milestone as reached, with the day and what shows it. It counts at once, until a supervisor sends it back. */
export async function reportMilestone(context: Context, actor: Actor, at: MilestoneAddress, { version, doneOn, remark }: MilestoneReport): Promise<void> {
  if (doneOn > today(context.clock)) throw new Refused([{ key: 'tasks.error.day_ahead', field: 'doneOn' }]);
  await moveMilestone(context, actor, at, {
    act: 'report', version, data: { day: doneOn, note: remark }, columns: { doneOn, remark, reportedById: actor.accountId, reportedAt: context.clock.now(), sentBackReason: null },
  });
}
