import type { Day } from '../kernel/clock.ts';
import { addDays, isDay } from '../kernel/days.ts';
import { LIGHTS, type Light } from '../lights/light.ts';
import { END_KINDS, type EndKind } from './task-end.ts';
import { TASK_STATUSES, type TaskStatus } from './task.ts';

/** How old an overdue task is, in calendar days after its deadline. */
export const AGES = ['1-7', '8-30', '31+'] as const;
export type Age = (typeof AGES)[number];

export const SORTS = ['deadline', 'number', 'light', 'turn', 'last', 'lead'] as const;
export type Sort = (typeof SORTS)[number];

/** What a list of tasks is narrowed to. It lives in the address, so a count, its list and its export are the same thing. */
export interface LedgerFilter {
  q: string;
  light: Light | null;
  status: TaskStatus | null;
  /** How it ended or why it stands still: closed with those archived, a phase, and so on. */
  end: EndKind | null;
  /** Not yet closed nor put aside. */
  live: boolean;
  plan: number | null;
  chapter: number | null;
  article: number | null;
  /** Has a branch in the task. */
  unit: number | null;
  lead: number | null;
  /** Kind of the lead unit's peer group: city, district, park. */
  group: 'city' | 'district' | 'park' | null;
  overdue: boolean;
  age: Age | null;
  /** Ends within seven days. */
  dueSoon: boolean;
  turn: string | null;
  parent: number | null;
  unsigned: boolean;
  /** A unit is late with a report though the deadline has not passed. */
  reportLate: boolean;
  extensionPending: boolean;
  closedLate: boolean;
  redSince: Day | null;
  /** Handed over on that day or earlier (R4). */
  issuedBy: Day | null;
  sort: Sort;
  descending: boolean;
  page: number;
}

export const NO_FILTER: LedgerFilter = {
  q: '', light: null, status: null, end: null, live: false, plan: null, chapter: null, article: null, unit: null, lead: null, group: null, overdue: false, age: null,
  dueSoon: false, turn: null, parent: null, unsigned: false, reportLate: false, extensionPending: false, closedLate: false, redSince: null, issuedBy: null, sort: 'deadline', descending: false, page: 1,
};

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | null => list.find((x) => x === value) ?? null;
const idIn = (value: unknown): number | null => {
  const id = Number(value);
  return typeof value === 'string' && value !== '' && Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : null;
};
const dayIn = (value: unknown): Day | null => (typeof value === 'string' && isDay(value) ? value : null);
const on = (value: unknown): boolean => value === '1';

const LONGEST_SEARCH = 100;

/** Reads a filter from an address; nonsense is left out rather than refused. */
export function readFilter(query: Record<string, unknown>): LedgerFilter {
  const page = idIn(query['page']) ?? 1;
  return {
    q: typeof query['q'] === 'string' ? query['q'].trim().slice(0, LONGEST_SEARCH) : '',
    light: oneOf(LIGHTS, query['light']),
    status: oneOf(TASK_STATUSES, query['status']),
    end: oneOf(END_KINDS, query['end']),
    live: on(query['live']),
    plan: idIn(query['plan']), chapter: idIn(query['chapter']), article: idIn(query['article']),
    unit: idIn(query['unit']), lead: idIn(query['lead']),
    group: oneOf(['city', 'district', 'park'] as const, query['group']),
    overdue: on(query['overdue']),
    age: oneOf(AGES, query['age']),
    dueSoon: on(query['dueSoon']),
    turn: typeof query['turn'] === 'string' && /^[a-z]{1,20}$/.test(query['turn']) ? query['turn'] : null,
    parent: idIn(query['parent']),
    unsigned: on(query['unsigned']),
    reportLate: on(query['reportLate']),
    extensionPending: on(query['extensionPending']),
    closedLate: on(query['closedLate']),
    redSince: dayIn(query['redSince']),
    issuedBy: dayIn(query['issuedBy']),
    sort: oneOf(SORTS, query['sort']) ?? 'deadline',
    descending: on(query['descending']),
    page: Math.min(page, 100_000),
  };
}

/** The address of the list so filtered; what is at its default is left out. */
export function filterHref(path: string, filter: Partial<LedgerFilter>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === false || value === '' || value === NO_FILTER[name as keyof LedgerFilter]) continue;
    params.set(name, value === true ? '1' : String(value));
  }
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Bounds of the deadline for an age class: overdue by from..to days. */
export function ageBounds(age: Age, today: Day): { from: Day | null; to: Day } {
  if (age === '1-7') return { from: addDays(today, -7), to: addDays(today, -1) };
  if (age === '8-30') return { from: addDays(today, -30), to: addDays(today, -8) };
  return { from: null, to: addDays(today, -31) };
}
