import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';

/** The session itself is ended by the caller. */
export async function noteSignOut(context: Context, actor: Actor): Promise<void> {
  await transaction(context, (tx) => recordEvent(tx, context, actor, { event: 'account.signed_out', subject: `account:${actor.accountId}` }));
}
