import type { Actor } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from './record-event.ts';

/** Refusals written per minute: of one person or address, and of all together. A flood beyond that only reaches the server's own log. */
export const REFUSAL_LIMITS = { each: 300, all: 3000 } as const;
const MINUTE_MS = 60_000;

interface Refused {
  method: string;
  path: string;
  address: string;
  reason: string;
}

/** Says whether somebody is refused more often than a minute of the log takes; whoever floods takes no room from the others. */
function floodGate(clock: Clock): (who: string) => boolean {
  const counts = new Map<string, number>();
  let [minute, all] = [0, 0];
  return (who) => {
    const now = Math.floor(clock.now().getTime() / MINUTE_MS);
    if (now !== minute) {
      counts.clear();
      [minute, all] = [now, 0];
    }
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    if (count > REFUSAL_LIMITS.each) return true;
    all += 1;
    return all > REFUSAL_LIMITS.all;
  };
}

/** Writes requests that were refused into the log, one row each, as long as nobody floods it. */
export function refusalRecorder(context: Context): (actor: Actor | null, refused: Refused) => Promise<void> {
  const isFlood = floodGate(context.wallClock);
  return async (actor, refused) => {
    const who = actor === null ? refused.address : `account:${actor.accountId}`;
    if (isFlood(who)) {
      context.log.warn({ who, path: refused.path }, 'too many refusals for the audit log');
      return;
    }
    const subject = actor === null ? 'account:unknown' : `account:${actor.accountId}`;
    await transaction(context, (tx) => recordEvent(tx, context, actor, { event: 'authorisation.refused', subject, data: { ...refused } }));
  };
}
