import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { recordEvent } from '../audit/record-event.ts';
import { hasDueDays } from './message-policy.ts';

const TOKEN_BYTES = 32;

export const feedHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A secret address under which a calendar programme reads the due days of this post; an earlier one is void. @returns the token, which stands nowhere. @throws Forbidden */
export async function makeFeed(context: Context, actor: Actor): Promise<string> {
  markChecked();
  if (!hasDueDays(actor)) throw new Forbidden('messages.why_not.calendar');
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const { postId, accountId } = actor;
  const fresh = { accountId, tokenHash: feedHash(token), createdAt: context.clock.now() };
  await transaction(context, async (tx) => {
    await tx.calendarFeed.upsert({ where: { postId }, create: { postId, ...fresh }, update: fresh });
    await recordEvent(tx, context, actor, { event: 'calendar.made', subject: `account:${String(accountId)}` });
  });
  return token;
}

/** From now on nobody reads this post's due days under its address. */
export async function revokeFeed(context: Context, actor: Actor): Promise<void> {
  markChecked();
  const { postId, accountId } = actor;
  await transaction(context, async (tx) => {
    await tx.calendarFeed.deleteMany({ where: { postId, accountId } });
    await recordEvent(tx, context, actor, { event: 'calendar.revoked', subject: `account:${String(accountId)}` });
  });
}
