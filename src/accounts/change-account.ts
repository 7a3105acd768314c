import { recordEvent } from '../audit/record-event.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { requireAdmin, requireOther } from './account-policy.ts';

interface Change {
  event: AuditEventName;
  /** What is set, beside the version. */
  set: { name?: string; active?: boolean; lockedUntil?: null; failedSignIns?: number; firstFailureAt?: null; passwordHash?: string; mustChangePassword?: boolean };
  endsSessions?: boolean;
}

/** The name of the person. @throws Forbidden, NotFound, Conflict */
export async function renameAccount(context: Context, actor: Actor, accountId: number, { name, version }: { name: string; version: number }): Promise<void> {
  await changeAccount(context, actor, accountId, version, { event: 'account.changed', set: { name } });
}

/** Ends every session at once; nobody can be locked out of the system by themselves. @throws Forbidden, Refused, NotFound, Conflict */
export async function disableAccount(context: Context, actor: Actor, accountId: number, { version }: { version: number }): Promise<void> {
  requireOther(actor, accountId);
  await changeAccount(context, actor, accountId, version, { event: 'account.disabled', set: { active: false }, endsSessions: true });
}

/** @throws Forbidden, NotFound, Conflict */
export async function enableAccount(context: Context, actor: Actor, accountId: number, { version }: { version: number }): Promise<void> {
  await changeAccount(context, actor, accountId, version, { event: 'account.enabled', set: { active: true } });
}

/** Lets a person try again before the fifteen minutes are over. @throws Forbidden, NotFound, Conflict */
export async function unlockAccount(context: Context, actor: Actor, accountId: number, { version }: { version: number }): Promise<void> {
  await changeAccount(context, actor, accountId, version, { event: 'account.unlocked', set: { lockedUntil: null, failedSignIns: 0, firstFailureAt: null } });
}

/** One change of an account by the administrator, told to the log with user name and name before and after. */
export async function changeAccount(context: Context, actor: Actor, accountId: number, version: number, { event, set, endsSessions }: Change): Promise<void> {
  requireAdmin(actor);
  await transaction(context, async (tx) => {
    const before = await named(tx, accountId);
    expectChanged(await tx.account.updateMany({ where: { id: accountId, version }, data: { ...set, version: { increment: 1 } } }));
    if (endsSessions === true) await tx.session.deleteMany({ where: { accountId } });
    const data = { login: before.login, name: before.name, ...(set.name === undefined ? {} : { newName: set.name }) };
    await recordEvent(tx, context, actor, { event, subject: `account:${accountId}`, data });
  });
}

async function named(tx: Tx, id: number): Promise<{ login: string; name: string }> {
  const account = await tx.account.findUnique({ where: { id }, select: { login: true, name: true } });
  if (account === null) throw new NotFound('account');
  return account;
}
