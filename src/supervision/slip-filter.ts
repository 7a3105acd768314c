import type { Day } from '../kernel/clock.ts';
import { instantAt } from '../kernel/clock.ts';
import type { SlipWhereInput } from '../kernel/db/client.ts';
import { addMonths } from '../kernel/days.ts';
import { SLIP_KINDS, SLIP_STATES, type SlipKind, type SlipState } from './slip.ts';

/** What the register of slips is narrowed to; it lives in the address. */
export interface SlipFilter {
  kind: SlipKind | null;
  state: SlipState | null;
  unit: number | null;
  /** YYYY-MM, the month of issue. */
  month: string | null;
  page: number;
}

export const NO_SLIP_FILTER: SlipFilter = { kind: null, state: null, unit: null, month: null, page: 1 };

export const idIn = (value: unknown): number | null => {
  const id = typeof value === 'string' && /^[0-9]{1,9}$/.test(value) ? Number(value) : 0;
  return id > 0 ? id : null;
};
export const monthIn = (value: unknown): string | null => (typeof value === 'string' && /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(value) ? value : null);

export const readSlipFilter = (query: Record<string, unknown>): SlipFilter => ({
  kind: SLIP_KINDS.find((k) => k === query['kind']) ?? null,
  state: SLIP_STATES.find((s) => s === query['state']) ?? null,
  unit: idIn(query['unit']),
  month: monthIn(query['month']),
  page: idIn(query['page']) ?? 1,
});

/** An address with what is set; nothing else is written into it. */
export function hrefWith(path: string, parts: Readonly<Record<string, string | number | null>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== null && !(name === 'page' && value === 1)) params.set(name, String(value));
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

export const slipsHref = (filter: Partial<SlipFilter>): string => hrefWith('/supervision/slips', { ...filter });

/** The instants between which a month lies. */
export const instantsOf = (month: string): { gte: Date; lt: Date } => ({ gte: instantAt(`${month}-01`), lt: instantAt(addMonths(`${month}-01`, 1)) });

const STATES: Record<SlipState, (today: Day) => SlipWhereInput> = {
  replied: () => ({ repliedAt: { not: null } }),
  open: (today) => ({ repliedAt: null, replyDueOn: { gte: today } }),
  late: (today) => ({ repliedAt: null, replyDueOn: { lt: today } }),
};

export const slipWhere = ({ kind, state, unit, month }: SlipFilter, today: Day): SlipWhereInput => ({
  AND: [
    ...(kind === null ? [] : [{ kind }]),
    ...(unit === null ? [] : [{ unitId: unit }]),
    ...(state === null ? [] : [STATES[state](today)]),
    ...(month === null ? [] : [{ issuedAt: instantsOf(month) }]),
  ],
});
