import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { expectedOn } from '../lights/expected-progress.ts';
import { lightOn } from '../lights/turning-days.ts';
import { progressBar } from '../web/charts/progress-bar.ts';
import { withQuery } from '../web/paging.ts';
import { actionView, lightView, tagView, type Tag } from '../web/view-parts.ts';
import { filterHref, NO_FILTER, SORTS, type LedgerFilter, type Sort } from './ledger-filter.ts';
import { heldLight } from './light-override.ts';
import { shownLight } from './override-view.ts';
import type { LedgerRow } from './ledger-queries.ts';
import { courseOfRow } from './task-course.ts';
import { isLive } from './task.ts';
import { waitingWords } from './waiting-words.ts';
import { turnView } from './turn-words.ts';

const TONES: Record<string, Tag['tone']> = { draft: 'neutral', issued: 'info', underway: 'neutral', submitted: 'warn', closed: 'ok', archived: 'ok', withdrawn: 'neutral' };

export const statusTag = (viewer: Viewer, status: string): Tag => tagView(viewer.t(`tasks.status.${status}`), TONES[status] ?? 'neutral');

/** The computed light, or the one set by hand with the computed one beside it (R20). */
function lineLight(viewer: Viewer, row: LedgerRow) {
  const { t, today } = viewer;
  const isClosed = row.status === 'closed' || row.status === 'archived';
  const computed = lightView(t, lightOn(row, today), { pending: row.extensionPending, ...(isClosed ? { word: t('tasks.light.closed') } : {}) });
  const override = row.overrideLight === null || !isLive(row.status) ? undefined : { light: row.overrideLight, status: 'in_force', expiresOn: today };
  return shownLight(viewer, computed, heldLight(override, computed.code, row, today));
}

/** One line of a list of tasks, worded: the ledger, the overdue list and exports show the same. */
export function ledgerLine(viewer: Viewer, row: LedgerRow) {
  const { t, today } = viewer;
  const { light, mark } = lineLight(viewer, row);
  const expected = isLive(row.status) ? expectedOn(courseOfRow(row), today) : null;
  return {
    id: row.id,
    href: `/tasks/${row.id}`,
    light,
    mark,
    number: row.number ?? t('tasks.ledger.no_number'),
    title: row.title,
    citation: row.citation,
    citationHref: `/tasks/${row.id}/source`,
    lead: row.lead ?? t('tasks.ledger.no_lead'),
    others: row.others > 0 ? t('tasks.ledger.others', { count: row.others }) : null,
    status: statusTag(viewer, row.status),
    deadline: row.deadline,
    originalDeadline: row.originalDeadline === row.deadline ? null : row.originalDeadline,
    progress: progressBar(row.progress, expected),
    turn: turnView(t, row, today),
    waiting: waitingWords(viewer, row.waiting),
    lastAct: row.lastAct === null ? null : t(`tasks.last.${row.lastAct}`),
    lastActOn: row.lastActAt === null ? null : dayOf(row.lastActAt),
  };
}

export const exportActions = ({ t }: Viewer, address: string) => (['csv', 'xlsx'] as const).map((format) =>
  actionView(t(`tasks.ledger.export_${format}`), withQuery(address.replace(/^([^?]*)/, `$1/export.${format}`), { page: null }), { icon: 'download' }));

/** Table heads that sort: the link turns the direction round where the list is sorted by it already. */
export function sortColumns({ t }: Viewer, filter: LedgerFilter, path: string): Record<Sort, { label: string; href: string; current: 'ascending' | 'descending' | null }> {
  const entries = SORTS.map((sort) => {
    const current = filter.sort === sort;
    const href = filterHref(path, { ...filter, page: NO_FILTER.page, sort, descending: current && !filter.descending });
    return [sort, { label: t(`tasks.sort.${sort}`), href, current: current ? (filter.descending ? 'descending' as const : 'ascending' as const) : null }] as const;
  });
  return Object.fromEntries(entries) as Record<Sort, { label: string; href: string; current: 'ascending' | 'descending' | null }>;
}
