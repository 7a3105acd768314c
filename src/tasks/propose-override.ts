import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { OverrideWish } from './override-forms.ts';
import { writeOverride } from './write-override.ts';

/** An inspector proposes that a light be set by hand; until a supervisor agrees it stays as computed. */
export async function proposeOverride(context: Context, actor: Actor, taskId: number, wish: OverrideWish): Promise<void> {
  await writeOverride(context, actor, taskId, wish, 'propose', 'light.override_proposed');
}
