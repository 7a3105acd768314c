import type { Viewer } from '../kernel/viewer.ts';
import { addMonths } from '../kernel/days.ts';
import { exportActions } from '../tasks/ledger-line.ts';
import { daysHeld } from '../tasks/holder-days.ts';
import type { Page } from '../web/answer.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import { chipView, emptyView, pageHead, type Chips } from '../web/view-parts.ts';
import type { HeldOfTask } from './holder-queries.ts';
import { daysInMonth, type HolderKey, type HolderSum } from './holder-sums.ts';
import { hrefWith } from './slip-filter.ts';
import { supervisionTabs } from './supervision-tabs.ts';

const PATH = '/supervision/holders';

export interface HolderData {
  /** The months of the columns, the last one the chosen. */
  months: string[];
  sums: HolderSum[];
  names: Map<HolderKey, string>;
}

/** The name of a holder; a supervisor's stands for what waits for the review. */
export function holderWord({ t }: Viewer, names: Map<HolderKey, string>, key: HolderKey): string {
  const name = names.get(key) ?? (/^(?:unit|person)-/.test(key) ? key : t(`tasks.turn.${key}`));
  return key.startsWith('person-') ? t('supervision.holders.reviewer', { name }) : name;
}

function monthChips({ t, today }: Viewer, month: string): Chips {
  const near = [-6, -1, 0, 1, 6].map((n) => addMonths(`${month}-01`, n).slice(0, 7)).filter((m) => m <= today.slice(0, 7));
  return { label: t('supervision.holders.until'), items: near.map((m) => chipView(m, hrefWith(PATH, { month: m }), { current: m === month })) };
}

/** Days in everybody's hands by month: units, supervisors who review, leaders, outside (R26). */
export function holdersPage(viewer: Viewer, { months, sums, names }: HolderData): Page {
  const { t } = viewer;
  const month = months.at(-1) ?? '';
  const totals = months.map((_, i) => sums.reduce((all, s) => all + (s.days[i] ?? 0), 0));
  const grand = totals.reduce((a, b) => a + b, 0);
  return {
    view: 'supervision/holders',
    data: {
      title: t('supervision.holders.title'),
      head: pageHead(t('supervision.holders.title'), { summary: t('supervision.holders.summary', { days: grand, from: months[0] ?? '', to: month }), actions: exportActions(viewer, hrefWith(PATH, { month })) }),
      tabs: supervisionTabs(viewer, 'holders'),
      chips: monthChips(viewer, month),
      months,
      rows: sums.map((sum) => ({
        label: holderWord(viewer, names, sum.key), href: hrefWith(`${PATH}/${sum.key}`, { month }), total: sum.total, share: grand === 0 ? '0%' : `${(sum.total / grand * 100).toFixed(1)}%`,
        cells: months.map((m, i) => ({ month: m, days: sum.days[i] ?? 0, href: hrefWith(`${PATH}/${sum.key}`, { month: m }) })),
      })),
      totals, grand,
      empty: emptyView('clock', t('supervision.holders.empty'), t('supervision.holders.empty_hint')),
    },
  };
}

/** One row of the account, task by task, the longest first; every line leads to its task. */
export function holderPage(viewer: Viewer, key: HolderKey, month: string, { held, names }: { held: HeldOfTask[]; names: Map<HolderKey, string> }): Page {
  const { t, actor } = viewer;
  const rows = held.map((h) => ({ ...h, days: daysInMonth(h, month) })).filter((h) => h.days > 0).sort((a, b) => b.days - a.days || a.task.id - b.task.id);
  const own = actor.role === 'head' || actor.role === 'clerk';
  return {
    view: 'supervision/holder',
    data: {
      title: holderWord(viewer, names, key),
      head: pageHead(t('supervision.holders.of', { who: holderWord(viewer, names, key), month }), {
        kicker: own ? null : { label: t('supervision.holders.title'), href: hrefWith(PATH, { month }) }, summary: t('supervision.holders.of_summary', { days: rows.reduce((sum, r) => sum + r.days, 0), count: rows.length }),
      }),
      chips: { label: t('supervision.burden.month'), items: [-1, 0, 1].map((n) => addMonths(`${month}-01`, n).slice(0, 7)).filter((m) => m <= viewer.today.slice(0, 7)).map((m) => chipView(m, hrefWith(`${PATH}/${key}`, { month: m }), { current: m === month })) },
      rows: rows.map((r) => ({
        href: `/tasks/${String(r.task.id)}`, number: r.task.number ?? '', title: r.task.title, days: r.days, role: t(`tasks.turn.${r.holder}`),
        stretch: t('supervision.holders.stretch', { from: r.from, to: r.to, days: daysHeld(r) }),
      })),
      empty: emptyView('clock', t('supervision.holders.empty'), t('supervision.holders.empty_hint')),
    },
  };
}

/** The account as a table to take away: one row for each holder, one column for each month, the sum below. */
export function holderSheet(viewer: Viewer, { months, sums, names }: HolderData): Sheet {
  const { t } = viewer;
  const all = (i: number): number => sums.reduce((sum, s) => sum + (s.days[i] ?? 0), 0);
  return {
    title: t('supervision.holders.title'),
    columns: [{ heading: t('supervision.holders.who'), width: 24 }, ...months.map((m) => ({ heading: m, width: 10 })), { heading: t('shell.matrix.total'), width: 10 }],
    rows: [
      ...sums.map((s) => [holderWord(viewer, names, s.key), ...s.days, s.total]),
      [t('shell.matrix.total'), ...months.map((_, i) => all(i)), sums.reduce((sum, s) => sum + s.total, 0)],
    ],
  };
}
