import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';

/**
 * Ends one of one's own sessions, or all but the present one.
 * @param choice the session's id, or "others"
 * @throws NotFound where it is not (or no longer) one's own
 */
export async function endOwnSessions(context: Context, actor: Actor, choice: string, present: string): Promise<number> {
  const which = choice === 'others' ? { id: { not: present } } : { id: choice };
  return transaction(context, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { accountId: actor.accountId, ...which } });
    if (count === 0 && choice !== 'others') throw new NotFound('session');
    await recordEvent(tx, context, actor, { event: 'account.sessions_ended', subject: `account:${actor.accountId}`, data: { count } });
    return count;
  });
}
