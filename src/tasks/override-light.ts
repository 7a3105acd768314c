import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { OverrideWish } from './override-forms.ts';
import { writeOverride } from './write-override.ts';

/** A supervisor sets a light by hand, with a reason and a last day (R20). */
export async function overrideLight(context: Context, actor: Actor, taskId: number, wish: OverrideWish): Promise<void> {
  await writeOverride(context, actor, taskId, wish, 'set', 'light.overridden');
}
