import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { paging } from '../web/paging.ts';
import { actionView, emptyView, pageHead, pileRow, tagView, type PileRow } from '../web/view-parts.ts';
import { digestTitle, itemWords, type ItemRow } from './digest-words.ts';
import type { InboxMessage, SentFilter, sentDigests } from './inbox-queries.ts';
import { INBOX_SIZE } from './message.ts';

/** Lines of a digest that are there at once; the others unfold. */
const SHOWN = 6;

function lineView({ t, calendar }: Viewer, item: ItemRow): PileRow {
  const { kind, title, number, detail, href, due, isLate } = itemWords(t, item, calendar);
  return pileRow(title, href, { number: number === '' ? null : number, meta: [kind, ...(detail === '' ? [] : [detail]), ...(isLate ? [] : [due])], warn: isLate ? due : null });
}

const reading = (viewer: Viewer, label: string, message: string, small: boolean) =>
  actionView(viewer.t(label), '/messages/reading', { post: true, hidden: [{ name: 'message', value: message }], ...(small ? { look: 'link' as const } : {}) });

/** The inbox of a post: one digest a day at most, the newest first. */
export function inboxPage(viewer: Viewer, { messages, total }: { messages: InboxMessage[]; total: number }, page: number, unread: number): Page {
  const { t } = viewer;
  const title = t('messages.inbox.title');
  return {
    view: 'messages/inbox',
    data: {
      title,
      head: pageHead(title, {
        summary: total === 0 ? null : t('messages.inbox.summary', { total, unread }),
        actions: [actionView(t('messages.inbox.mine'), '/me/messages', { icon: 'calendar' }), ...(unread > 0 ? [reading(viewer, 'messages.inbox.read_all', 'all', false)] : [])],
      }),
      messages: messages.map((message) => {
        const lines = message.items.map((item) => lineView(viewer, item));
        const rest = lines.slice(SHOWN);
        return {
          id: `message-${String(message.id)}`, tone: message.readAt === null ? 'info' : 'neutral',
          title: digestTitle(t, message, lines.length), unread: message.readAt === null ? tagView(t('messages.inbox.unread'), 'info') : null,
          act: message.readAt === null ? reading(viewer, 'messages.inbox.read', String(message.id), true) : null,
          lines: lines.slice(0, SHOWN), rest, restLabel: t('messages.inbox.rest', { count: rest.length }),
        };
      }),
      empty: total > 0 ? null : emptyView('bell', t('messages.inbox.none'), t('messages.inbox.none_text')),
      paging: paging(total, page, '/messages', INBOX_SIZE),
    },
  };
}

export type Sent = Awaited<ReturnType<typeof sentDigests>>;

const SENT_SIZE = 50;

/** "待填报 3、待签收 1": what a digest was made of. */
function kindsOf({ t }: Viewer, items: { kind: string }[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => t('messages.sent.part', { kind: t(`messages.kind.${kind}`), count })).join(t('messages.sent.comma'));
}

/** The digests of all units, for those who answer for how much is asked of them. */
export function sentPage(viewer: Viewer, { rows, total }: Sent, filter: SentFilter, units: UnitName[], address: string): Page {
  const { t } = viewer;
  const title = t('messages.sent.title');
  return {
    view: 'messages/sent',
    data: {
      title,
      head: pageHead(title, { kicker: { label: t('messages.inbox.title'), href: '/messages' }, summary: t('messages.sent.summary', { count: total }) }),
      month: filter.month ?? '',
      units: [{ value: '', label: t('messages.sent.all_units'), selected: filter.unit === null }, ...units.map((u) => ({ value: String(u.id), label: u.shortName, selected: u.id === filter.unit }))],
      rows: rows.map((row) => ({ day: row.day, unit: row.unit.shortName, count: row.itemCount, kinds: kindsOf(viewer, row.items) })),
      empty: rows.length > 0 ? null : emptyView('bell', t('messages.sent.none'), t('messages.sent.none_text')),
      paging: paging(total, filter.page, address, SENT_SIZE),
    },
  };
}
