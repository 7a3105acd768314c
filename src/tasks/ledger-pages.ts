import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { actionView, emptyView, pageHead } from '../web/view-parts.ts';
import { filterHref, type LedgerFilter } from './ledger-filter.ts';
import { filterForm, filterChips, type FilterChoices } from './ledger-filter-view.ts';
import { exportActions, ledgerLine, sortColumns } from './ledger-line.ts';
import type { LedgerRow } from './ledger-queries.ts';

export interface LedgerData {
  rows: LedgerRow[];
  total: number;
  choices: FilterChoices;
}

export function ledgerPage(viewer: Viewer, filter: LedgerFilter, { rows, total, choices }: LedgerData): Page {
  const { t, actor } = viewer;
  const address = filterHref('/tasks', filter);
  const create = actor.role === 'supervisor' ? [actionView(t('tasks.ledger.create'), '/plans', { look: 'primary', icon: 'plus' })] : [];
  return {
    view: 'tasks/ledger',
    data: {
      title: t('tasks.ledger.title'),
      head: pageHead(t('tasks.ledger.title'), { summary: t('tasks.ledger.summary', { count: total }), actions: [...exportActions(viewer, address), ...create] }),
      filters: filterForm(viewer, filter, choices, '/tasks'),
      chips: filterChips(viewer, filter, choices, '/tasks'),
      columns: sortColumns(viewer, filter, '/tasks'),
      rows: rows.map((row) => ledgerLine(viewer, row)),
      paging: paging(total, filter.page, address, PAGE_SIZE),
      empty: emptyView('ledger', t('tasks.ledger.empty'), t('tasks.ledger.empty_hint')),
    },
  };
}
