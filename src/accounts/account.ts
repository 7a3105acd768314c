import type { Role } from '../kernel/actor.ts';

/** Five wrong passwords within fifteen minutes lock an account for fifteen (SECURITY T15); a lock never lasts for ever. */
export const SIGN_IN_LIMIT = { failures: 5, windowMs: 15 * 60_000, lockMs: 15 * 60_000 } as const;

/** Wrong passwords from one address in fifteen minutes; generous, since a whole bureau shares one. */
export const ADDRESS_LIMIT = { failures: 100, seconds: 15 * 60 } as const;

/** Only paths of our own: an address from outside must not send people elsewhere. Browsers drop control characters and take \ for /. */
export const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(next) ? next : '/';

/** Officers whose post excludes every other role: who grants rights or checks the log must not act in the matter itself (三员分立). */
const APART: readonly Role[] = ['admin', 'auditor'];

/** Whether one person may hold these roles side by side. */
export function areCompatible(roles: readonly Role[]): boolean {
  const different = new Set(roles);
  return different.size <= 1 || !APART.some((role) => different.has(role));
}
