import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { needsLeader } from './extension-policy.ts';
import { moveExtension } from './move-extension.ts';
import type { Decision } from './task-forms.ts';

/** A supervisor grants or refuses; beyond the limits the yes goes to a leader. The original deadline stays as it was for ever (R12). */
export async function decideExtension(context: Context, actor: Actor, id: number, { version, decision, reason }: Decision): Promise<void> {
  if (decision === 'refused' && reason === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'reason' }]);
  await transaction(context, (tx) => moveExtension(tx, context, actor, id, {
    act: (task) => (decision === 'refused' ? 'refuse' : needsLeader(task) ? 'endorse' : 'grant'),
    version, reason, columns: { decidedById: actor.accountId, decidedAt: context.clock.now(), decisionReason: reason },
  }));
}
