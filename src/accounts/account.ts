import { z } from 'zod';

/** Five wrong passwords within fifteen minutes lock an account for fifteen (SECURITY T15); a lock never lasts for ever. */
export const SIGN_IN_LIMIT = { failures: 5, windowMs: 15 * 60_000, lockMs: 15 * 60_000 } as const;

export const signInForm = z.strictObject({
  login: z.string().trim().min(1, 'accounts.error.login_missing').max(100, 'accounts.error.login_missing'),
  password: z.string().min(1, 'accounts.error.password_missing').max(500, 'accounts.error.password_missing'),
  next: z.string().max(2000).optional(),
});

/** Only paths of our own: an address from outside must not send people elsewhere. */
export const safeNext = (next: string | undefined): string => (next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/');
