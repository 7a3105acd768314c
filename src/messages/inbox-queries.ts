import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import type { MessageWhereInput } from '../kernel/db/client.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { instantsOf } from '../supervision/slip-filter.ts';
import type { DigestRow } from './digest-words.ts';
import { INBOX_SIZE } from './message.ts';

export interface InboxMessage extends DigestRow {
  id: number;
  readAt: Date | null;
}

/** What lies in the inbox of this person's post; nobody reads the post of another, or their own other one. */
const mine = (actor: Actor) => {
  markChecked();
  return { postId: actor.postId, accountId: actor.accountId };
};

/** One page of the inbox, the newest first. */
export async function inboxOf({ db }: Context, actor: Actor, page: number): Promise<{ messages: InboxMessage[]; total: number }> {
  const where = mine(actor);
  const rows = await db.messageReceipt.findMany({
    where, orderBy: { id: 'desc' }, take: INBOX_SIZE, skip: (page - 1) * INBOX_SIZE,
    include: { message: { include: { unit: { select: { shortName: true } }, items: { orderBy: { id: 'asc' } } } } },
  });
  const messages = rows.map(({ readAt, pressedOnly, message: { id, day, kind, unit, items } }) =>
    ({ id, readAt, day, kind, unit: unit.shortName, items: items.filter((item) => !pressedOnly || item.rung === 'slip') }));
  return { messages, total: await db.messageReceipt.count({ where }) };
}

/** For the number at the top of every page. It names the post itself, lest the net take it for a check of the page around it. */
export const countUnread = ({ db }: Context, { postId, accountId }: Actor): Promise<number> =>
  untilWritten(db, `unread ${postId} ${accountId}`, async () => db.messageReceipt.count({ where: { postId, accountId, readAt: null } }));

export interface SentFilter {
  unit: number | null;
  /** YYYY-MM */
  month: string | null;
  page: number;
}

const sentWhere = ({ unit, month }: SentFilter): MessageWhereInput => ({ kind: 'unit', ...(unit === null ? {} : { unitId: unit }), ...(month === null ? {} : { createdAt: instantsOf(month) }) });

/** The digests that units were sent, the newest first: the overseers' own list, the route's gate is its scope. @param size lines at most */
export async function sentDigests({ db }: Context, filter: SentFilter, size: number) {
  const where = sentWhere(filter);
  const [rows, total] = await Promise.all([
    db.message.findMany({ where, orderBy: { id: 'desc' }, take: size, skip: (filter.page - 1) * size, select: { id: true, day: true, itemCount: true, unit: { select: { shortName: true } }, items: { select: { kind: true }, orderBy: { id: 'asc' } } } }),
    db.message.count({ where }),
  ]);
  return { rows, total };
}
