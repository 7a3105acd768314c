import type { Actor, Role } from '../kernel/actor.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { areCompatible } from './account.ts';
import { DELEGABLE } from './delegation.ts';

/** Accounts and units are the administrator's, who has no rights in the matter itself (DOMAIN §1). @throws Forbidden */
export function requireAdmin(actor: Actor): void {
  if (actor.role !== 'admin') throw new Forbidden('accounts.error.admin_only');
}

/** Only one's own post is lent, and none that was lent to oneself (SECURITY T16). */
export const mayDelegate = (actor: Actor): boolean => DELEGABLE.includes(actor.role) && actor.onBehalfOf === undefined;

/** @throws Forbidden */
export function requireDelegable(actor: Actor): void {
  if (!mayDelegate(actor)) throw new Forbidden(actor.onBehalfOf === undefined ? 'accounts.error.not_delegable' : 'accounts.error.not_passed_on');
}

/** Nobody gives themselves rights, or takes their own away by mistake. @throws Refused */
export function requireOther(actor: Actor, accountId: number): void {
  if (actor.accountId === accountId) throw new Refused('accounts.error.not_oneself');
}

/** @throws Refused where administrator or auditor would hold another role beside */
export function requireCompatible(roles: readonly Role[]): void {
  if (!areCompatible(roles)) throw new Refused([{ key: 'accounts.error.roles_apart', field: 'role' }]);
}
