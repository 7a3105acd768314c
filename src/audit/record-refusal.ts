import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from './record-event.ts';

/** Refusals written per minute: of one person or address, and of all together. A flood beyond that only reaches the server's own log. */
export const REFUSAL_LIMITS = { each: 300, all: 3000 } as const;

interface Refused {
  method: string;
  path: string;
  address: string;
  reason: string;
}

/** Writes requests that were refused into the log, one row each, as long as nobody floods it. */
export function refusalRecorder(context: Context): (actor: Actor | null, refused: Refused) => Promise<void> {
  const each = new RateLimiterMemory({ points: REFUSAL_LIMITS.each, duration: 60 });
  const all = new RateLimiterMemory({ points: REFUSAL_LIMITS.all, duration: 60 });
  const isFlood = (key: string): Promise<boolean> => Promise.all([each.consume(key), all.consume('all')]).then(() => false, () => true);
  return async (actor, refused) => {
    const who = actor === null ? refused.address : `account:${actor.accountId}`;
    if (await isFlood(who)) {
      context.log.warn({ who, path: refused.path }, 'too many refusals for the audit log');
      return;
    }
    const subject = actor === null ? 'account:unknown' : `account:${actor.accountId}`;
    await transaction(context, (tx) => recordEvent(tx, context, actor, { event: 'authorisation.refused', subject, data: { ...refused } }));
  };
}
