import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { recordEvent } from '../audit/record-event.ts';

/** No more mail to this person; the address is forgotten. */
export async function removeContact(context: Context, actor: Actor): Promise<void> {
  markChecked();
  const { accountId } = actor;
  await transaction(context, async (tx) => {
    await tx.mailContact.deleteMany({ where: { accountId } });
    await recordEvent(tx, context, actor, { event: 'contact.removed', subject: `account:${String(accountId)}` });
  });
}
