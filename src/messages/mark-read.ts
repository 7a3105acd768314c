import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { markChecked } from '../kernel/request-scope.ts';

/** The person has read a message of their post, or (null) all of them. That is theirs alone and nobody's figure (R28), so the log says nothing of it. */
export async function markRead(context: Context, actor: Actor, messageId: number | null): Promise<void> {
  markChecked();
  await transaction(context, (tx) => tx.messageReceipt.updateMany({
    where: { postId: actor.postId, accountId: actor.accountId, readAt: null, ...(messageId === null ? {} : { messageId }) }, data: { readAt: context.clock.now() },
  }));
}
