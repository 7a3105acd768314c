import { dayOf, timeOf } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { eventSentence, whoActed } from '../audit/event-sentence.ts';
import { AGES, filterHref } from '../tasks/ledger-filter.ts';
import type { Page } from '../web/answer.ts';
import { ageMatrix } from '../web/charts/age-matrix.ts';
import { barList } from '../web/charts/bar-list.ts';
import { paging } from '../web/paging.ts';
import { emptyView, pageHead, timelineItem, type PileRow } from '../web/view-parts.ts';
import type { AuditState } from './audit-state.ts';
import type { ChapterCounts, DeskData } from './desk-queries.ts';
import { allOf, type Distribution } from './distribution.ts';
import { closedNote, lightBar } from './distribution-view.ts';
import { gapPiles } from './gap-piles.ts';
import type { WaitingUnit } from './overdue-queries.ts';

/** The first page of everybody but the leader. `waiting` is the number the shell shows. */
export function deskPage(viewer: Viewer, data: DeskData, waiting: number): Page {
  const { t, actor, today } = viewer;
  const isWaiting = actor.role !== 'auditor';
  return {
    view: 'desk/desk',
    data: {
      title: t('nav.desk'),
      head: pageHead(t('desk.title', { name: actor.name, unit: actor.unitName }), { summary: isWaiting ? t(waiting === 0 ? 'desk.nothing_waits' : 'desk.waits', { count: waiting, day: today }) : t('desk.auditor', { day: today }) }),
      hasAside: data.waiting !== null || data.overdue !== null || data.own !== null,
      piles: [...data.piles, ...(data.gaps === null ? [] : gapPiles(viewer, data.gaps))],
      overdue: data.overdue === null ? null : overdueView(viewer, data.overdue),
      turns: data.overdue === null ? null : turnsView(viewer, data.overdue),
      waiting: data.waiting === null ? null : waitingView(viewer, data.waiting),
      chapters: data.chapters === null ? null : chapterRows(viewer, data.chapters),
      own: data.own === null ? null : ownView(viewer, data.own),
      audit: data.audit === null ? null : auditView(viewer, data.audit),
    },
  };
}

function overdueView({ t }: Viewer, { units }: NonNullable<DeskData['overdue']>) {
  if (units.length === 0) return { empty: emptyView('check', t('desk.overdue.none'), t('desk.overdue.none_text')), matrix: null };
  const matrix = ageMatrix({
    caption: t('desk.overdue.caption'), corner: t('desk.overdue.unit'), columns: AGES.map((age) => t(`desk.overdue.age_${age}`)),
    rows: units.map((u) => ({ label: u.name, href: filterHref('/tasks', { lead: u.unitId, overdue: true }), counts: u.counts })),
    hrefOf: (row, column) => filterHref('/tasks', { overdue: true, lead: row === null ? null : units[row]?.unitId ?? null, age: column === null ? null : AGES[column] ?? null }),
  });
  return { empty: null, matrix };
}

const turnsView = ({ t }: Viewer, { turns }: NonNullable<DeskData['overdue']>) =>
  barList(turns.map(({ turn, count }) => ({ label: t(`tasks.turn.${turn}`), count, note: null, href: filterHref('/tasks', { overdue: true, turn }) })));

/** Units of those who wait that are drawn; the number above opens them all. */
const DRAWN = 8;

/** Every number opens the very tasks that wait, the longest first (R26). */
function waitingView({ t, today }: Viewer, units: readonly WaitingUnit[]) {
  const list = barList(units.slice(0, DRAWN).map(({ unitId, name, count, since }) => ({
    label: name, count, note: since === null ? null : t('desk.waiting.longest', { days: Math.max(0, daysBetween(dayOf(since), today)) }),
    href: filterHref('/tasks', { turn: 'supervisor', live: true, lead: unitId, sort: 'turn' }),
  })));
  return { list, total: units.reduce((sum, u) => sum + u.count, 0), href: filterHref('/tasks', { turn: 'supervisor', live: true, sort: 'turn' }), empty: units.length === 0 ? t('desk.waiting.none') : null };
}

/** The lights of each chapter's live tasks; used by the dashboard too. */
export function chapterRows({ t }: Viewer, chapters: readonly ChapterCounts[]) {
  return {
    label: t('dashboards.chapters'),
    rows: chapters.map(({ id, title, counts }) => ({
      label: title, href: id === null ? null : filterHref('/tasks', { chapter: id }), note: closedNote(t, counts), bar: lightBar(t, title, counts, id === null ? null : { chapter: id }),
    })),
  };
}

function ownView({ t, actor }: Viewer, counts: Distribution) {
  const filter = { lead: actor.unitId };
  return {
    href: filterHref('/tasks', { unit: actor.unitId }), bar: lightBar(t, t('desk.own.title'), counts, filter), closed: closedNote(t, counts),
    empty: allOf(counts) === 0 ? t('desk.own.none') : null,
  };
}

function auditView({ t }: Viewer, { total, checked, brokenAt, newest }: AuditState) {
  return {
    holds: brokenAt === null ? t('desk.audit.holds', { total, checked }) : null,
    broken: brokenAt === null ? null : t('desk.audit.broken', { seq: brokenAt }),
    events: { items: newest.map((e) => timelineItem(dayOf(e.at), eventSentence(t, e), { time: timeOf(e.at), who: e.actorName === '' ? t('desk.audit.system') : whoActed(t, e), text: t('desk.audit.row', { seq: e.seq }), href: `/audit?object=${encodeURIComponent(e.subject)}` })) },
    empty: newest.length === 0 ? emptyView('log', t('desk.audit.none')) : null,
  };
}

/** A pile as a whole, page by page. */
export function pileListPage({ t }: Viewer, { name, icon, address }: { name: string; icon: string; address: string }, { rows, total, page, size }: { rows: PileRow[]; total: number; page: number; size: number }): Page {
  const title = t(`desk.pile.${name}`);
  return {
    view: 'desk/list',
    data: {
      title, head: pageHead(title, { kicker: { label: t('nav.desk'), href: '/' }, summary: t('desk.list.summary', { count: total }) }),
      rows, paging: paging(total, page, address, size), empty: rows.length > 0 ? null : emptyView(icon, title, t(`desk.empty.${name}`)),
    },
  };
}
