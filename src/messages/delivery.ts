/** How often a delivery is tried, and so many minutes after each failure again; after the last it is dead and stands on the settings' page. */
export const RETRY_MINUTES = [1, 5, 15, 60, 120] as const;
export const MOST_ATTEMPTS = RETRY_MINUTES.length + 1;

/** So long a claim keeps other servers away; longer than any sending may take (milliseconds). */
export const LEASE_MS = 120_000;
/** No server outside is waited for longer than this (milliseconds). */
export const TIMEOUT_MS = 10_000;

export const DEAD_SHOWN = 50;

/** What became of one try. `why` is a text key of `messages.failure`, never the words of the other side, which may hold what was sent. */
export type Outcome = { result: 'sent' } | { result: 'again' | 'dead'; why: string };

export const again = (why: string): Outcome => ({ result: 'again', why });
export const dead = (why: string): Outcome => ({ result: 'dead', why });
export const SENT: Outcome = { result: 'sent' };
