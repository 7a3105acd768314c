import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';

/** A code is good for so long and for so many wrong tries. */
export const CODE_MINUTES = 30;
export const MOST_WRONG_CODES = 5;
/** Between two codes to one person (milliseconds). */
export const CODE_PAUSE_MS = 60_000;

const CODE_DIGITS = 8;

export interface ContactRound {
  accountId: number;
  email: string;
  round: number;
}

/** The code of a round: made of the server's own secret, so that it stands neither in the database nor in the queue. */
export function codeFor({ sessionSecret }: Pick<Config, 'sessionSecret'>, { accountId, email, round }: ContactRound): string {
  const digest = createHmac('sha256', sessionSecret).update(`mail check\n${String(accountId)}\n${String(round)}\n${email}`).digest();
  return String(digest.readUInt32BE(0) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

export function isCode(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
