import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { dropEnding } from './drop-ending.ts';
import type { Remark } from './ending-forms.ts';

/** Who proposed an ending thinks better of it while nobody has decided. */
export async function takeBackEnding(context: Context, actor: Actor, taskId: number, input: Remark): Promise<void> {
  await dropEnding(context, actor, taskId, input, 'take_back', 'ending.taken_back');
}
