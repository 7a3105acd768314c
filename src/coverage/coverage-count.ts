import { stackedBar, type PartCode, type StackedBar } from '../web/charts/stacked-bar.ts';
import type { Words } from '../kernel/text.ts';
import { withQuery } from '../web/paging.ts';
import type { CoverageState, Mark } from './coverage.ts';
import { COVERAGE_STATES, MARKS } from './coverage.ts';
import type { CoveredCommitment } from './coverage-queries.ts';

type Counted = Pick<CoveredCommitment, 'state' | 'mark'>;

export const countStates = (commitments: readonly Counted[]): Record<CoverageState, number> =>
  Object.fromEntries(COVERAGE_STATES.map((state) => [state, commitments.filter((c) => c.state === state).length])) as Record<CoverageState, number>;

/** Covered and deliberately undecomposed among all that are commitments, in percent; null where there are none. Mere words do not count. */
export function coveredShare(commitments: readonly Counted[]): number | null {
  const { covered, exempt, statement } = countStates(commitments);
  const all = commitments.length - statement;
  return all === 0 ? null : Math.floor(((covered + exempt) / all) * 100);
}

/** The commitments of a plan or chapter by their marks; every part opens exactly the list that it counts. */
export function coverageBar(t: Words, label: string, commitments: readonly Counted[], list: string): StackedBar {
  const parts = MARKS.map((mark: Mark & PartCode) => ({
    code: mark, label: t(`coverage.mark.${mark}`), count: commitments.filter((c) => c.mark === mark).length, href: withQuery(list, { mark }),
  }));
  return stackedBar(label, parts);
}
