import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { moveMilestone, type MilestoneAddress } from './move-milestone.ts';
import type { MilestoneReport } from './milestone-forms.ts';

/** A supervisor ticks a milestone that the unit did not report, from what is on file. */
export async function tickMilestone(context: Context, actor: Actor, at: MilestoneAddress, { version, doneOn, remark }: MilestoneReport): Promise<void> {
  if (doneOn > today(context.clock)) throw new Refused([{ key: 'tasks.error.day_ahead', field: 'doneOn' }]);
  await moveMilestone(context, actor, at, {
    act: 'tick', version, data: { day: doneOn, note: remark },
    columns: { doneOn, remark, reportedById: null, reportedAt: null, confirmedById: actor.accountId, confirmedAt: context.clock.now(), sentBackReason: null },
  });
}
