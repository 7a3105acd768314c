import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import type { NewAccount } from './account-forms.ts';
import { requireAdmin } from './account-policy.ts';
import { activeUnit, givePost } from './add-post.ts';
import { oneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password.ts';

export interface Created {
  accountId: number;
  login: string;
  name: string;
  /** To be shown once and handed over; only its hash is kept. */
  password: string;
}

/** A new account with its first post and a one-time password that must be changed at the first sign-in. @throws Forbidden, Refused */
export async function createAccount(context: Context, actor: Actor, { login, name, unit, role, title }: NewAccount): Promise<Created> {
  requireAdmin(actor);
  const { id: unitId, shortName } = await activeUnit(context, unit);
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  const accountId = await transaction(context, async (tx) => {
    const account = await tx.account.create({ data: { login, name, passwordHash, createdAt: context.wallClock.now() }, select: { id: true } });
    await recordEvent(tx, context, actor, { event: 'account.created', subject: `account:${account.id}`, data: { login, name } });
    await givePost(tx, context, actor, { accountId: account.id, unitId, unit: shortName, role, title });
    return account.id;
  }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new Refused([{ key: 'accounts.error.login_taken', field: 'login' }]) : error;
  });
  return { accountId, login, name, password };
}
