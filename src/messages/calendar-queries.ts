import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { NotFound } from '../kernel/errors.ts';
import { LOCALES, type Locale } from '../kernel/text.ts';
import { findActor } from '../accounts/account-queries.ts';
import { feedHash } from './calendar-feed.ts';
import type { Due } from './message.ts';
import { hasDueDays } from './message-policy.ts';
import { pressedDues } from './pressed-due-queries.ts';
import { reviewDues } from './review-due-queries.ts';
import { messageSettings } from './settings-queries.ts';
import { branchDues } from './unit-due-queries.ts';
import { watchedDues } from './watched-due-queries.ts';

/** So far ahead a calendar looks. */
const DAYS_AHEAD = 400;

export interface Feed {
  actor: Actor;
  locale: Locale;
  dues: Due[];
}

/** Whose calendar a token opens, and the due days of that post. @throws NotFound where it is unknown, revoked, or the person no longer holds the post */
export async function openFeed(context: Context, token: string): Promise<Feed> {
  const feed = await context.db.calendarFeed.findUnique({ where: { tokenHash: feedHash(token) } });
  const actor = feed === null ? null : await findActor(context, feed.accountId, feed.postId);
  if (feed === null || actor === null || !hasDueDays(actor)) throw new NotFound('calendar');
  const account = await context.db.account.findUniqueOrThrow({ where: { id: feed.accountId }, select: { locale: true } });
  return { actor, locale: LOCALES.find((l) => l === account.locale) ?? 'zh-CN', dues: await duesOf(context, actor) };
}

async function duesOf(context: Context, actor: Actor): Promise<Due[]> {
  const { role, unitId } = actor;
  const until = addDays(today(context.clock), DAYS_AHEAD);
  if (role === 'inspector' || role === 'leader') return watchedDues(context, actor, until);
  if (role === 'supervisor') return [...await reviewDues(context, until, (await messageSettings(context)).reviewDays, [unitId]), ...await watchedDues(context, actor, until)];
  return [...await branchDues(context, until, unitId), ...await pressedDues(context, until, unitId)];
}

/** When this post's calendar address was made; null where it has none. */
export async function feedOf({ db }: Context, { postId, accountId }: Actor): Promise<Date | null> {
  return (await db.calendarFeed.findFirst({ where: { postId, accountId }, select: { createdAt: true } }))?.createdAt ?? null;
}
