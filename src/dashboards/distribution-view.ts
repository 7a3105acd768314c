import type { Words } from '../kernel/text.ts';
import { filterHref, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { stackedBar, type StackedBar } from '../web/charts/stacked-bar.ts';
import { allOf, PARTS, type Distribution } from './distribution.ts';

/** Live tasks by light as one bar; every part opens its list in the ledger. `filter` null: there is no such list. */
export function lightBar(t: Words, label: string, counts: Distribution, filter: Partial<LedgerFilter> | null): StackedBar {
  return stackedBar(label, PARTS.map((light) => ({
    code: light, label: t(`shell.light.${light}`), count: counts[light],
    href: filter === null ? null : filterHref('/tasks', { ...filter, light, live: true }),
  })));
}

/** "办结 12 / 40": beside a bar that shows the live ones only. */
export const closedNote = (t: Words, counts: Distribution): string | null =>
  (counts.closed === 0 ? null : t('dashboards.closed_note', { closed: counts.closed, all: allOf(counts) }));
