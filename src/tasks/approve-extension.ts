import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { moveExtension } from './move-extension.ts';
import type { Decision } from './task-forms.ts';

/** A leader approves or overrules what a supervisor endorsed beyond the limits (DOMAIN §3). */
export async function approveExtension(context: Context, actor: Actor, id: number, { version, decision, reason }: Decision): Promise<void> {
  if (decision === 'refused' && reason === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'reason' }]);
  await transaction(context, (tx) => moveExtension(tx, context, actor, id, {
    act: decision === 'granted' ? 'approve' : 'overrule', version, reason, columns: { decidedById: actor.accountId, decidedAt: context.clock.now(), decisionReason: reason },
  }));
}
