import { dayOf, timeOf, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { outsideTargets, type Targets } from './delivery-queries.ts';
import { digestsFor } from './due-queries.ts';
import type { Digest } from './message.ts';
import { isWorkingTime } from './plan-digests.ts';
import { possibleRecipients, recipientsOf, type Recipient } from './recipient-queries.ts';
import { messageSettings } from './settings-queries.ts';

/** Digests that are written in one transaction; others must not wait for the database while a whole city is told. */
const BATCH = 50;

/**
 * Writes the digests that are due now, with everybody's receipt and the rows of the outbox, in one transaction per batch. Outside working
 * hours nothing is written. Any number of servers may do this at once and be killed at any point: the unique key (unit, day, kind) lets
 * each digest be written once, and whoever comes next writes what is missing. Nothing else in Luoshi depends on its having run.
 * @returns how many digests were written
 */
export async function sendDigests(context: Context): Promise<number> {
  const settings = await messageSettings(context);
  const now = context.clock.now();
  const day = dayOf(now);
  if (!isWorkingTime(day, timeOf(now), context.calendar, settings)) return 0;
  const people = await possibleRecipients(context);
  const told = new Set((await context.db.message.findMany({ where: { day }, select: { unitId: true, kind: true } })).map(keyOf));
  const due = (await digestsFor(context, day, settings, people)).filter((digest) => !told.has(keyOf(digest)));
  const addressed = due.map((digest) => ({ digest, recipients: recipientsOf(digest, people.get(digest.unitId) ?? []) })).filter(({ recipients }) => recipients.length > 0);
  let count = 0;
  for (let i = 0; i < addressed.length; i += BATCH) count += await writeBatch(context, day, addressed.slice(i, i + BATCH));
  return count;
}

interface Addressed { digest: Digest; recipients: Recipient[] }

const keyOf = ({ unitId, kind }: { unitId: number; kind: string }): string => `${kind}:${String(unitId)}`;

/** All of the batch or, where another server wrote one of them first, nothing: the next run sees what is missing. */
async function writeBatch(context: Context, day: Day, batch: Addressed[]): Promise<number> {
  try {
    const targets = await outsideTargets(context, batch.map(({ digest }) => digest.unitId), batch.flatMap(({ recipients }) => recipients.map((r) => r.accountId)));
    await transaction(context, async (tx) => {
      for (const one of batch) await writeDigest(tx, context, day, one, targets);
      await recordEvent(tx, context, null, { event: 'messages.sent', subject: `messages:${day}`, data: { day, count: batch.length, items: batch.reduce((sum, { digest }) => sum + digest.items.length, 0) } });
    });
    return batch.length;
  } catch (error) {
    if (isUniqueViolation(error)) return 0;
    throw error;
  }
}

async function writeDigest(tx: Tx, context: Context, day: Day, { digest, recipients }: Addressed, targets: Targets): Promise<void> {
  const { unitId, kind, items } = digest;
  const now = context.clock.now();
  const { id } = await tx.message.create({
    data: {
      unitId, day, kind, itemCount: items.length, createdAt: now,
      items: { createMany: { data: items.map((item) => ({ kind: item.kind, subject: item.subject, stage: item.stage, rung: item.rung, day, number: item.number, title: item.title, detail: item.detail, href: item.href, dueOn: item.dueOn })) } },
      receipts: { createMany: { data: recipients } },
    },
  });
  const key = `${day}.${String(unitId)}.${kind}`;
  const outside = [
    ...recipients.filter((r) => targets.accounts.has(r.accountId)).map((r) => ({ channel: 'email', targetId: r.accountId })),
    ...(targets.channels.get(unitId) ?? []).map((targetId) => ({ channel: 'webhook', targetId })),
  ];
  const once = [...new Map(outside.map((to) => [`${to.channel}.${String(to.targetId)}`, to])).entries()];
  const wall = context.wallClock.now();
  await tx.delivery.createMany({ data: once.map(([target, to]) => ({ ...to, key: `${key}.${target}`, messageId: id, status: 'queued', nextAt: wall, createdAt: wall })) });
}
