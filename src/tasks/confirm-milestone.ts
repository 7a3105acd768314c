import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { moveMilestone, type MilestoneAddress } from './move-milestone.ts';
import type { Versioned } from './task-forms.ts';

/** A supervisor confirms what the lead reported. */
export const confirmMilestone = (context: Context, actor: Actor, at: MilestoneAddress, { version }: Versioned): Promise<void> =>
  moveMilestone(context, actor, at, { act: 'confirm', version, data: {}, columns: { confirmedById: actor.accountId, confirmedAt: context.clock.now() } });
