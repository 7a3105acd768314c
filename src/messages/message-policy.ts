import type { Actor } from '../kernel/actor.ts';
import { Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';

/** Who sets up when and where digests go; they hold no business rights, an administrator may. */
export const KEEPERS = ['supervisor', 'admin'] as const;

/** @throws Forbidden */
export function requireKeeper(actor: Actor): void {
  markChecked();
  if (!KEEPERS.some((role) => role === actor.role)) throw new Forbidden('messages.why_not.keeper');
}

/** Posts that have due days of their own, or wait for those of others, which a calendar can show. */
export const WITH_DUE_DAYS = ['head', 'clerk', 'supervisor', 'inspector', 'leader'] as const;
export const hasDueDays = (actor: Pick<Actor, 'role'>): boolean => WITH_DUE_DAYS.some((role) => role === actor.role);
