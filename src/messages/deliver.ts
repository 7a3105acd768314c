import { dayOf, timeOf } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { dead, LEASE_MS, MOST_ATTEMPTS, RETRY_MINUTES, type Outcome } from './delivery.ts';
import { contentOf } from './delivery-content.ts';
import { claimable, type Claimable } from './delivery-queries.ts';
import { isWorkingTime } from './plan-digests.ts';
import type { Mailer } from './send-mail.ts';
import { sendWebhook } from './send-webhook.ts';
import { messageSettings } from './settings-queries.ts';

const AT_ONCE = 3;

/**
 * Sends what is queued until nothing is left or `stopped` says so.
 *
 * What is guaranteed: a row is claimed before anything is sent, by a lease that one server gets; so two servers never send the same row at
 * the same time, and a row whose sender died is taken over when its lease has run out: nothing is missed. What no queue can promise: a
 * server that dies after the other side took the message and before it was marked sends it once more. The second one carries the same
 * key (Message-ID, Idempotency-Key), by which mail servers and relays drop it; the makers' robots do not, there one message in the moment of
 * a crash may show twice. The inbox is not concerned: it is rows under a unique key, exactly one each.
 *
 * Digests go out in working hours of their own day only; later ones are stale, since the next digest tells what is still due. The code that
 * somebody waits for goes at any hour.
 */
export async function deliverQueued(context: Context, mailer: Mailer | null, stopped: () => boolean = () => false): Promise<number> {
  await retireStale(context);
  let sent = 0;
  while (!stopped()) {
    const rows = await claimable(context, context.wallClock.now(), AT_ONCE, await isWorking(context));
    if (rows.length === 0) return sent;
    const claimed = await claimAll(context, rows);
    const outcomes = await Promise.all(claimed.map((row) => deliverOne(context, mailer, row)));
    sent += outcomes.filter((outcome) => outcome.result === 'sent').length;
  }
  return sent;
}

async function retireStale({ db, clock, wallClock }: Context): Promise<void> {
  const now = wallClock.now();
  await db.delivery.updateMany({
    where: { status: 'queued', message: { day: { lt: dayOf(clock.now()) } }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] },
    data: { status: 'stale', version: { increment: 1 } },
  });
}

async function isWorking(context: Context): Promise<boolean> {
  const now = context.clock.now();
  return isWorkingTime(dayOf(now), timeOf(now), context.calendar, await messageSettings(context));
}

/** Only the server whose update hits the version that it saw has the row. */
async function claimAll({ db, wallClock }: Context, rows: readonly Claimable[]): Promise<Claimable[]> {
  const claimed: Claimable[] = [];
  for (const row of rows) {
    const { count } = await db.delivery.updateMany({
      where: { id: row.id, version: row.version, status: 'queued' },
      data: { leaseUntil: new Date(wallClock.now().getTime() + LEASE_MS), attempts: { increment: 1 }, version: { increment: 1 } },
    });
    if (count === 1) claimed.push({ ...row, version: row.version + 1, attempts: row.attempts + 1 });
  }
  return claimed;
}

async function deliverOne(context: Context, mailer: Mailer | null, row: Claimable): Promise<Outcome> {
  const outcome = await attempt(context, mailer, row);
  await context.db.delivery.updateMany({ where: { id: row.id, version: row.version }, data: { ...afterwards(context.wallClock.now(), outcome, row.attempts), leaseUntil: null, version: { increment: 1 } } });
  if (outcome.result !== 'sent') context.log.warn({ delivery: row.id, channel: row.channel, attempts: row.attempts, why: outcome.why }, 'a message was not delivered');
  return outcome;
}

async function attempt(context: Context, mailer: Mailer | null, row: Claimable): Promise<Outcome> {
  const content = await contentOf(context, row);
  if ('failure' in content) return dead(content.failure);
  if ('request' in content) return sendWebhook(content.kind, content.request, row.key);
  return mailer === null ? dead('no_mail') : mailer.send(content.mail);
}

function afterwards(now: Date, outcome: Outcome, attempts: number): { status: string; sentAt?: Date; nextAt?: Date; error: string | null } {
  if (outcome.result === 'sent') return { status: 'sent', sentAt: now, error: null };
  const minutes = RETRY_MINUTES[attempts - 1];
  if (outcome.result === 'dead' || attempts >= MOST_ATTEMPTS || minutes === undefined) return { status: 'dead', error: outcome.why };
  return { status: 'queued', nextAt: new Date(now.getTime() + minutes * 60_000), error: outcome.why };
}
