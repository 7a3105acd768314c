import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { moveMilestone, type MilestoneAddress } from './move-milestone.ts';
import type { Return } from './task-forms.ts';

/** A supervisor sends a reported milestone back with a reason: it is open again and turns the light by its own day. */
export const sendBackMilestone = (context: Context, actor: Actor, at: MilestoneAddress, { version, reason }: Return): Promise<void> =>
  moveMilestone(context, actor, at, { act: 'send_back', version, data: { reason }, columns: { doneOn: null, sentBackReason: reason } });
