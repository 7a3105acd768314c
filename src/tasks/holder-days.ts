import { dayOf, type Day } from '../kernel/clock.ts';
import { addDays, daysBetween } from '../kernel/days.ts';
import { isLive, type Holder } from './task.ts';

// docs/holder-days.md says the same in words, with an example.

/** One stretch of the ball as it was written down when it was passed. */
export interface Span {
  holder: string;
  unitId: number | null;
  accountId: number | null;
  since: Date;
  until: Date | null;
  waitsFor: string | null;
  waitsForUnitId: number | null;
  waitsAfter: Day | null;
}

/** Whole days booked to one holder: `from` is the first of them, `to` the day after the last. */
export interface HeldDays {
  holder: Holder;
  unitId: number | null;
  accountId: number | null;
  from: Day;
  to: Day;
}

export const daysHeld = ({ from, to }: Pick<HeldDays, 'from' | 'to'>): number => daysBetween(from, to);

/**
 * The days of a task that are over: from its hand-over until its end, or until today, which is not over yet. A suspended task goes on.
 * null where it has not been handed over.
 */
export function elapsedOf(task: { status: string; issuedAt: Date | null }, spans: readonly Pick<Span, 'until'>[], today: Day): { from: Day; to: Day } | null {
  if (task.issuedAt === null) return null;
  const from = dayOf(task.issuedAt);
  const last = spans.at(-1)?.until ?? null;
  const ended = !isLive(task.status) && task.status !== 'suspended' && last !== null ? dayOf(last) : today;
  const to = ended < today ? ended : today;
  return { from, to: to < from ? from : to };
}

/**
 * Books every day of `from` … `to` (without `to`) to exactly one holder: who has the ball at the end of the day. Of the days of a lead, those
 * after a branch's report was due are that branch's; while nobody in the house has the ball, the days are outside's. Neighbouring days of
 * one holder are one stretch. What is over stays as it is, whenever it is asked for. @param spans in the order in which they were written
 */
export function bookDays(spans: readonly Span[], from: Day, to: Day): HeldDays[] {
  const changes = spans.flatMap((s) => [dayOf(s.since), ...(s.until === null ? [] : [dayOf(s.until)]), ...(s.waitsAfter === null ? [] : [addDays(s.waitsAfter, 1)])]);
  const starts = [...new Set([from, ...changes])].filter((day) => day >= from && day < to).sort();
  const booked: HeldDays[] = [];
  starts.forEach((day, i) => { append(booked, { ...holderOn(spans, day), from: day, to: starts[i + 1] ?? to }); });
  return booked;
}

type Who = Pick<HeldDays, 'holder' | 'unitId' | 'accountId'>;
const OUTSIDE: Who = { holder: 'outside', unitId: null, accountId: null };
const OF_A_LEAD = new Set(['lead', 'district']);

/** Who has the ball when the day ends: by the last span that had begun, where it had not ended by then. */
function holderOn(spans: readonly Span[], day: Day): Who {
  const span = spans.findLast((s) => dayOf(s.since) <= day);
  if (span === undefined || (span.until !== null && dayOf(span.until) <= day)) return OUTSIDE;
  const waits = span.waitsAfter !== null && span.waitsFor !== null && day > span.waitsAfter && OF_A_LEAD.has(span.holder);
  if (waits) return { holder: span.waitsFor as Holder, unitId: span.waitsForUnitId, accountId: null };
  return { holder: span.holder as Holder, unitId: span.unitId, accountId: span.accountId };
}

function append(booked: HeldDays[], part: HeldDays): void {
  const last = booked.at(-1);
  if (last !== undefined && last.holder === part.holder && last.unitId === part.unitId && last.accountId === part.accountId) last.to = part.to;
  else booked.push(part);
}
