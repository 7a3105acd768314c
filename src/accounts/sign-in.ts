import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { SIGN_IN_LIMIT } from './account.ts';
import { findActor, postsOf, type Person } from './account-queries.ts';
import { isPassword } from './password.ts';

/** Who signed in, or nobody; why not is told to no one, lest names be guessed (SECURITY A2). */
export type SignInResult = { person: Person; locale: string | null } | { refused: 'wrong' | 'locked' };

/** Checks name and password. Tries are counted in the database, so that two servers count together, and before the password is looked at. */
export async function signIn(context: Context, login: string, password: string, address: string): Promise<SignInResult> {
  const mayTry = await claimTry(context, login);
  const account = await context.db.account.findUnique({ where: { login }, select: { id: true, passwordHash: true, locale: true } });
  const right = await isPassword(password, mayTry ? (account?.passwordHash ?? null) : null);
  const person = right && account !== null ? await firstPost(context, account.id) : null;
  if (person === null) {
    await noteFailure(context, account?.id ?? null, address);
    return { refused: mayTry || account === null ? 'wrong' : 'locked' };
  }
  await transaction(context, async (tx) => {
    await tx.account.update({ where: { id: person.accountId }, data: { failedSignIns: 0, firstFailureAt: null, lockedUntil: null } });
    await recordEvent(tx, context, person, { event: 'account.signed_in', subject: `account:${person.accountId}`, data: { address } });
  });
  return { person, locale: account?.locale ?? null };
}

/** The post a person acts in first; none where the account is disabled or holds no post. */
async function firstPost(context: Context, accountId: number): Promise<Person | null> {
  const first = (await postsOf(context, accountId))[0];
  return first === undefined ? null : findActor(context, accountId, first.postId);
}

/**
 * Takes one of the five tries of fifteen minutes; false where none is left. The count is raised by the database before anybody
 * looks at the password, so guesses sent at once get no more tries than guesses sent one by one (SECURITY A1).
 */
function claimTry(context: Context, login: string): Promise<boolean> {
  const now = context.wallClock.now();
  const windowStart = new Date(now.getTime() - SIGN_IN_LIMIT.windowMs);
  return transaction(context, async (tx) => {
    const fresh = { failedSignIns: 0, firstFailureAt: now, lockedUntil: null };
    await tx.account.updateMany({ where: { login, lockedUntil: { lte: now } }, data: fresh });
    await tx.account.updateMany({ where: { login, lockedUntil: null, OR: [{ firstFailureAt: null }, { firstFailureAt: { lte: windowStart } }] }, data: fresh });
    const { count } = await tx.account.updateMany({
      where: { login, lockedUntil: null, failedSignIns: { lt: SIGN_IN_LIMIT.failures } },
      data: { failedSignIns: { increment: 1 } },
    });
    return count === 1;
  });
}

/** Does the same work for names that do not exist, so that the time it takes tells nothing. */
async function noteFailure(context: Context, accountId: number | null, address: string): Promise<void> {
  const lockedUntil = new Date(context.wallClock.now().getTime() + SIGN_IN_LIMIT.lockMs);
  await transaction(context, async (tx) => {
    const { count } = await tx.account.updateMany({ where: { id: accountId ?? 0, lockedUntil: null, failedSignIns: { gte: SIGN_IN_LIMIT.failures } }, data: { lockedUntil } });
    await recordEvent(tx, context, null, { event: count === 1 ? 'account.locked' : 'account.sign_in_failed', subject: `account:${accountId ?? 'unknown'}`, data: { address } });
  });
}
