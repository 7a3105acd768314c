import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { requireOther } from './account-policy.ts';
import { changeAccount } from './change-account.ts';
import type { Created } from './create-account.ts';
import { oneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password.ts';

/**
 * A new one-time password to be handed over; every session of the account ends and the lock is lifted.
 * @throws Forbidden, Refused, NotFound, Conflict
 */
export async function resetPassword(context: Context, actor: Actor, accountId: number, { version }: { version: number }): Promise<Created> {
  requireOther(actor, accountId);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  await changeAccount(context, actor, accountId, version, {
    event: 'account.password_reset', endsSessions: true,
    set: { passwordHash, mustChangePassword: true, lockedUntil: null, failedSignIns: 0, firstFailureAt: null },
  });
  const { login, name } = await context.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { login: true, name: true } });
  return { accountId, login, name, password };
}
