import type { Viewer } from '../kernel/viewer.ts';
import { AGES, filterHref, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { filterChips, filterForm, type FilterChoices } from '../tasks/ledger-filter-view.ts';
import { exportActions, sortColumns } from '../tasks/ledger-line.ts';
import type { Page } from '../web/answer.ts';
import { ageMatrix, type AgeMatrix } from '../web/charts/age-matrix.ts';
import { paging, withQuery } from '../web/paging.ts';
import { actionView, chipView, emptyView, pageHead, type Chips } from '../web/view-parts.ts';
import { overdueLine } from './overdue-line.ts';
import type { AgeRow, OverdueRow } from './overdue-queries.ts';
import { mayPress } from './press-policy.ts';
import { supervisionTabs } from './supervision-tabs.ts';

const PATH = '/supervision';
/** Lines on one page, for those who read the list from top to bottom. */
export const WHOLE_LIST = 500;

export interface OverdueData {
  rows: OverdueRow[];
  total: number;
  size: number;
  /** Many lines on one page. */
  whole: boolean;
  ages: AgeRow[];
  turns: Map<string, number>;
  choices: FilterChoices;
  /** Every line that can be urged is ticked beforehand. */
  chosen: boolean;
}

/** The page is always about overdue tasks, so that this needs no place in its address. */
const hrefTo = (filter: Partial<LedgerFilter>): string => filterHref(PATH, { ...filter, overdue: false });

export function overduePage(viewer: Viewer, filter: LedgerFilter, data: OverdueData): Page {
  const { t, actor } = viewer;
  const plain = { ...filter, overdue: false };
  const address = data.whole ? withQuery(hrefTo(filter), { whole: '1' }) : hrefTo(filter);
  const lines = data.rows.map((row) => overdueLine(viewer, row));
  return {
    view: 'supervision/overdue',
    data: {
      title: t('supervision.overdue.title'),
      head: pageHead(t('supervision.overdue.title'), { summary: t('supervision.overdue.summary', { count: data.total }), actions: exportActions(viewer, hrefTo(filter)) }),
      tabs: supervisionTabs(viewer, 'overdue'),
      matrix: matrixOf(viewer, filter, data.ages),
      filters: filterForm(viewer, plain, data.choices, PATH),
      chips: filterChips(viewer, plain, data.choices, PATH),
      turns: turnChips(viewer, filter, data.turns),
      columns: sortColumns(viewer, plain, PATH),
      rows: lines.map((line) => ({ ...line, chosen: data.chosen && line.mayChoose })),
      mayPress: mayPress(actor),
      chooseAll: actionView(t('supervision.overdue.choose_all'), withQuery(address, { choose: '1' }), { look: 'link' }),
      wholeList: data.whole || data.total <= data.size ? null : actionView(wholeWords(viewer, data.total), withQuery(address, { whole: '1', page: null }), { look: 'link' }),
      paging: paging(data.total, filter.page, address, data.size),
      empty: emptyView('check', t('supervision.overdue.empty'), t('supervision.overdue.empty_hint')),
    },
  };
}

const wholeWords = ({ t }: Viewer, total: number): string => (total <= WHOLE_LIST ? t('supervision.overdue.whole_list', { count: total }) : t('supervision.overdue.many_lines', { count: WHOLE_LIST }));

function matrixOf({ t }: Viewer, filter: LedgerFilter, rows: AgeRow[]): AgeMatrix {
  const at = (row: number | null, column: number | null): string =>
    hrefTo({ ...filter, page: 1, lead: row === null ? null : (rows[row]?.unitId ?? null), age: column === null ? null : (AGES[column] ?? null) });
  return ageMatrix({
    caption: t('supervision.matrix.caption'), corner: t('supervision.matrix.unit'), columns: AGES.map((age) => t(`supervision.matrix.age_${age.replace(/\D+/g, '_')}`)),
    rows: rows.map((row, i) => ({ label: row.unit, href: at(i, null), counts: row.counts })), hrefOf: at,
  });
}

/** Whose turn: how many of the list are with each, one click to only these. */
function turnChips({ t }: Viewer, filter: LedgerFilter, turns: Map<string, number>): Chips {
  const items = [...turns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([turn, count]) =>
    chipView(t('supervision.overdue.turn', { who: t(`tasks.turn.${turn}`) }), hrefTo({ ...filter, page: 1, turn: filter.turn === turn ? null : turn }), { count, current: filter.turn === turn }));
  return { label: t('supervision.column.turn'), items };
}
