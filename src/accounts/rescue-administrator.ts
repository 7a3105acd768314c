import { recordEvent } from '../audit/record-event.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { oneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password.ts';

/**
 * A way back in for an administrator whom nobody else can help: whoever sits at the machine sets a one-time password. The log keeps it
 * as an act of the system itself, so that it stands out.
 * @throws NotFound where nobody with that user name holds the post of administrator
 */
export async function rescueAdministrator(context: Context, login: string): Promise<string> {
  const account = await context.db.account.findFirst({ where: { login, isDemonstration: false, posts: { some: { role: 'admin', active: true } } }, select: { id: true, name: true } });
  if (account === null) throw new NotFound('administrator');
  const password = oneTimePassword();
  const data = { passwordHash: await hashPassword(password), mustChangePassword: true, active: true, lockedUntil: null, failedSignIns: 0, firstFailureAt: null, version: { increment: 1 } };
  await transaction(context, async (tx) => {
    await tx.account.update({ where: { id: account.id }, data });
    await tx.session.deleteMany({ where: { accountId: account.id } });
    await recordEvent(tx, context, null, { event: 'account.password_reset', subject: `account:${account.id}`, data: { login, name: account.name, from: 'console' } });
  });
  return password;
}
