import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { moveExtension } from './move-extension.ts';
import type { TakingBack } from './task-forms.ts';

/** The unit's head takes an application back before it is decided, or puts away what the clerk prepared. */
export async function takeBackExtension(context: Context, actor: Actor, id: number, { version, reason }: TakingBack): Promise<void> {
  await transaction(context, (tx) => moveExtension(tx, context, actor, id, { act: 'take_back', version, reason, columns: { decidedAt: context.clock.now(), decisionReason: reason } }));
}
