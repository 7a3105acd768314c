import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused, type Complaint } from '../kernel/errors.ts';
import { hashPassword, isPassword } from './password.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_PROFILES, passwordProblems } from './password-rules.ts';

/** @throws Refused with every rule that the password breaks */
export function checkNewPassword({ config }: Context, login: string, password: string, again: string): void {
  const { length, kinds } = PASSWORD_PROFILES[config.passwordProfile];
  const values = { length, kinds, max: PASSWORD_MAX_LENGTH };
  const complaints: Complaint[] = passwordProblems(password, login, config.passwordProfile).map((key) => ({ key, values, field: 'password' }));
  if (password !== again) complaints.push({ key: 'accounts.password.differs', field: 'again' });
  if (complaints.length > 0) throw new Refused(complaints);
}

/**
 * One's own password; the present one must be given. All sessions of the person are ended, the caller opens a new one.
 * @throws Refused
 */
export async function changePassword(context: Context, actor: Actor, input: { current: string; password: string; again: string }): Promise<void> {
  const account = await context.db.account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { login: true, passwordHash: true } });
  if (!(await isPassword(input.current, account.passwordHash))) throw new Refused([{ key: 'accounts.password.current_wrong', field: 'current' }]);
  checkNewPassword(context, account.login, input.password, input.again);
  if (input.password === input.current) throw new Refused([{ key: 'accounts.password.same', field: 'password' }]);
  const passwordHash = await hashPassword(input.password);
  await transaction(context, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { passwordHash, mustChangePassword: false, passwordChangedAt: context.wallClock.now() } });
    await tx.session.deleteMany({ where: { accountId: actor.accountId } });
    await recordEvent(tx, context, actor, { event: 'account.password_changed', subject: `account:${actor.accountId}` });
  });
}
