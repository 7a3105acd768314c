import { pageNumber } from '../web/paging.ts';
import { COVERAGE_STATES, MARKS, type CoverageState, type Mark } from './coverage.ts';
import type { CoveredCommitment } from './coverage-queries.ts';

/** What the list of commitments is narrowed to; it lives in the address, so a number, its list and its export are the same. */
export interface ListFilter {
  state: CoverageState | null;
  mark: Mark | null;
  chapterId: number | null;
  proposed: boolean;
  page: number;
}

export function listFilter(query: Record<string, unknown>): ListFilter {
  const chapter = query['chapter'];
  return {
    state: COVERAGE_STATES.find((state) => state === query['state']) ?? null,
    mark: MARKS.find((mark) => mark === query['mark']) ?? null,
    chapterId: typeof chapter === 'string' && /^[0-9]{1,9}$/.test(chapter) ? Number(chapter) : null,
    proposed: query['proposed'] === '1',
    page: pageNumber(query),
  };
}

export const matches = ({ state, mark, chapterId, proposed }: ListFilter) => (c: CoveredCommitment): boolean =>
  (state === null || c.state === state) && (mark === null || c.mark === mark) && (chapterId === null || c.chapterId === chapterId) && (!proposed || c.isProposed);

/** The address of the list, without page. */
export function listHref(planId: number, { state, mark, chapterId, proposed }: Omit<ListFilter, 'page'>, form = ''): string {
  const parts = [state === null ? null : `state=${state}`, mark === null ? null : `mark=${mark}`, chapterId === null ? null : `chapter=${chapterId}`, proposed ? 'proposed=1' : null].filter((part) => part !== null);
  return `/plans/${planId}/commitments${form}${parts.length === 0 ? '' : `?${parts.join('&')}`}`;
}
