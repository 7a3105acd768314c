import { momentOf } from '../kernel/clock.ts';
import { hasText, type Words } from '../kernel/text.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field } from '../web/forms.ts';
import { paging, withQuery } from '../web/paging.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import { actionView, chipView, emptyView, pageHead, termView, type Chips } from '../web/view-parts.ts';
import { AUDIT_EVENTS } from './audit-events.ts';
import { FILTER_NAMES, type AuditFilter } from './audit-filter.ts';
import type { LoggedEvent } from './audit-queries.ts';
import { eventName, eventSentence, whoActed } from './event-sentence.ts';
import type { Verification } from './verify-chain.ts';

/** "task:12" in words: 任务 12. */
export function subjectName(t: Words, subject: string): string {
  const [kind = '', id = ''] = subject.split(':');
  const key = `audit.subject.${kind}`;
  return hasText('zh-CN', key) ? t(key, { id: id === 'unknown' ? '' : id }).trim() : subject;
}

const actorOfEvent = (t: Words, event: LoggedEvent): string => (event.actorName === '' ? t('audit.nobody') : whoActed(t, event));

/** The log, newest first, with what can be asked of it. */
export function auditPage(viewer: Viewer, filter: AuditFilter, found: { total: number; events: LoggedEvent[] }, page: number, address: string): Page {
  const { t } = viewer;
  const title = t('audit.list.title');
  return {
    view: 'audit/list',
    data: {
      title,
      head: pageHead(title, {
        summary: t('audit.list.summary', { count: found.total }),
        actions: [
          actionView(t('audit.list.export'), withQuery(address, { page: null }).replace(/^\/audit/, '/audit/events.csv'), { icon: 'download' }),
          actionView(t('audit.verify.button'), '/audit/verification', { post: true, look: 'primary', icon: 'shield' }),
        ],
      }),
      fields: filterFields(t, filter),
      chips: filterChips(t, filter, address),
      events: found.events.map((event) => eventRow(t, event)),
      empty: found.total > 0 ? null : emptyView('log', t('audit.list.none'), t('audit.list.none_text')),
      paging: paging(found.total, page, address),
    },
  };
}

function eventRow(t: Words, event: LoggedEvent): Record<string, string | number> {
  return {
    seq: event.seq, at: momentOf(event.at), actor: actorOfEvent(t, event), sentence: eventSentence(t, event),
    subject: subjectName(t, event.subject), href: `/audit?object=${encodeURIComponent(event.subject)}`,
  };
}

function filterFields(t: Words, filter: AuditFilter): Field[] {
  const events = AUDIT_EVENTS.map((value) => ({ value, label: eventName(t, value) }));
  return [
    fieldView(t, { name: 'from', label: t('audit.field.from'), kind: 'date', value: filter.from }, null),
    fieldView(t, { name: 'to', label: t('audit.field.to'), kind: 'date', value: filter.to }, null),
    fieldView(t, { name: 'actor', label: t('audit.field.actor'), value: filter.actor }, null),
    fieldView(t, { name: 'event', label: t('audit.field.event'), kind: 'choice', value: filter.event, choices: [{ value: '', label: t('audit.field.any') }, ...events] }, null),
    fieldView(t, { name: 'object', label: t('audit.field.object'), value: filter.object }, null),
  ];
}

/** What is set, each with the link that takes it off. */
function filterChips(t: Words, filter: AuditFilter, address: string): Chips | null {
  const set = FILTER_NAMES.filter((name) => filter[name] !== '');
  const worded = (name: (typeof set)[number]): string => (name === 'event' ? eventName(t, filter.event) : name === 'object' ? subjectName(t, filter.object) : filter[name]);
  const items = set.map((name) => chipView(`${t(`audit.field.${name}`)} ${worded(name)}`, withQuery(address, { [name]: null, page: null }), { removable: true }));
  return items.length === 0 ? null : { label: t('audit.list.filters'), items };
}

/** Whether the log is what was written. */
export function verificationPage({ t, now }: Viewer, result: Verification): Page {
  const title = t('audit.verify.title');
  return {
    view: 'audit/verification',
    data: {
      title,
      head: pageHead(title, { kicker: { label: t('audit.list.title'), href: '/audit' } }),
      whole: result.fault === null ? t('audit.verify.whole', { count: result.count, anchors: result.anchors }) : null,
      fault: result.fault === null ? null : t(`audit.verify.fault.${result.fault.kind}`, { seq: result.fault.seq }),
      facts: { items: [
        termView(t('audit.verify.at'), momentOf(now)), termView(t('audit.verify.count'), String(result.count)), termView(t('audit.verify.anchors'), String(result.anchors)),
        termView(t('audit.verify.head'), result.head === null ? '—' : `${result.head.seq} · ${result.head.hash}`),
      ] },
      form: formView(t, '/audit/verification', null, null),
    },
  };
}

/** The events as a table to take away. */
export function auditSheet({ t }: Viewer, events: LoggedEvent[]): Sheet {
  const columns = [['seq', 8], ['at', 18], ['actor', 24], ['event', 24], ['sentence', 60], ['object', 16], ['data', 60]] as const;
  return {
    title: t('audit.list.title'),
    columns: columns.map(([name, width]) => ({ heading: t(`audit.column.${name}`), width })),
    rows: events.map((event) => [event.seq, momentOf(event.at), actorOfEvent(t, event), event.event, eventSentence(t, event), event.subject, JSON.stringify(event.data)]),
  };
}
