import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { dropEnding } from './drop-ending.ts';
import type { Remark } from './ending-forms.ts';

/** A second supervisor or a leader does not agree, and says why. */
export async function refuseEnding(context: Context, actor: Actor, taskId: number, input: Remark): Promise<void> {
  if (input.remark === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'remark' }]);
  await dropEnding(context, actor, taskId, input, 'refuse', 'ending.refused');
}
