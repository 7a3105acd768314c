import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { SIGN_IN_LIMIT } from './account.ts';
import { findActor, postsOf } from './account-queries.ts';
import { isPassword } from './password.ts';

/** Who signed in, or nobody; why not is not told, lest names be guessed (SECURITY A2). */
export type SignInResult = { person: NonNullable<Awaited<ReturnType<typeof findActor>>>; locale: string | null } | { refused: 'wrong' | 'locked' };

/** Checks name and password; counts failures in the database, so that two servers count together. */
export async function signIn(context: Context, login: string, password: string, address: string): Promise<SignInResult> {
  const account = await context.db.account.findUnique({ where: { login } });
  const now = context.wallClock.now();
  if (account?.lockedUntil && account.lockedUntil > now) {
    await isPassword(password, null);
    return { refused: 'locked' };
  }
  const usable = account?.active === true && (!account.isDemonstration || context.config.demonstration);
  const right = await isPassword(password, usable ? account.passwordHash : null);
  if (!right || account === null) {
    if (account !== null) await countFailure(context, account.id, address);
    return { refused: 'wrong' };
  }
  const first = (await postsOf(context, account.id))[0];
  const person = first === undefined ? null : await findActor(context, account.id, first.postId);
  if (person === null) return { refused: 'wrong' };
  await transaction(context, async (tx) => {
    await tx.account.update({ where: { id: account.id }, data: { failedSignIns: 0, firstFailureAt: null, lockedUntil: null } });
    await recordEvent(tx, context, person, { event: 'account.signed_in', subject: `account:${account.id}`, data: { address } });
  });
  return { person, locale: account.locale };
}

async function countFailure(context: Context, accountId: number, address: string): Promise<void> {
  const now = context.wallClock.now();
  await transaction(context, async (tx) => {
    const windowStart = new Date(now.getTime() - SIGN_IN_LIMIT.windowMs);
    // Atomic in the database: parallel guesses are all counted.
    await tx.account.updateMany({ where: { id: accountId, OR: [{ firstFailureAt: null }, { firstFailureAt: { lt: windowStart } }] }, data: { failedSignIns: 0, firstFailureAt: now } });
    const { failedSignIns } = await tx.account.update({ where: { id: accountId }, data: { failedSignIns: { increment: 1 } } });
    const locked = failedSignIns >= SIGN_IN_LIMIT.failures;
    if (locked) await tx.account.update({ where: { id: accountId }, data: { lockedUntil: new Date(now.getTime() + SIGN_IN_LIMIT.lockMs), failedSignIns: 0, firstFailureAt: null } });
    await recordEvent(tx, context, null, { event: locked ? 'account.locked' : 'account.sign_in_failed', subject: `account:${accountId}`, data: { address } });
  });
}
