import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { recordEvent } from '../audit/record-event.ts';
import { CODE_PAUSE_MS } from './contact.ts';

/** A person wants the digests by mail too: a code goes there, and until it is given back nothing else does. @throws Refused where no mail is set up or a code went out just now */
export async function askContact(context: Context, actor: Actor, { email }: { email: string }): Promise<void> {
  markChecked();
  if (context.config.mail === null) throw new Refused('messages.error.no_mail');
  const { accountId } = actor;
  await transaction(context, async (tx) => {
    const now = context.wallClock.now();
    const before = await tx.mailContact.findUnique({ where: { accountId } });
    if (before !== null && now.getTime() - before.requestedAt.getTime() < CODE_PAUSE_MS) throw new Refused([{ key: 'messages.error.too_soon', field: 'email' }]);
    const round = (before?.round ?? 0) + 1;
    const fresh = { email, round, requestedAt: now, wrongCodes: 0, verifiedAt: null };
    await tx.mailContact.upsert({ where: { accountId }, create: { accountId, ...fresh }, update: fresh });
    await tx.delivery.create({ data: { key: `check.${String(accountId)}.${String(round)}.${String(now.getTime())}`, channel: 'email', targetId: accountId, status: 'queued', nextAt: now, createdAt: now } });
    await recordEvent(tx, context, actor, { event: 'contact.asked', subject: `account:${String(accountId)}` });
  });
}
