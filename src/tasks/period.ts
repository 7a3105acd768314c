import type { Day } from '../kernel/clock.ts';
import { addDays, addMonths, daysBetween } from '../kernel/days.ts';
import { addWorkingDays, nextWorkingDay, type Calendar } from '../kernel/working-days.ts';
import type { AssignmentRole, Cycle } from './task.ts';

/** A reporting period by its name: 2023-05, 2023-Q2, 2023-H1, 2023, once. */
export type Period = string;

/** R5: reports are due on the 5th of the month after the period; support branches three working days earlier, but never before the first working day after it. */
export const DUE_DAY_OF_MONTH = 5;
export const SUPPORT_LEAD_DAYS = 3;

const MONTHS: Record<Exclude<Cycle, 'once'>, number> = { monthly: 1, quarterly: 3, halfyearly: 6, yearly: 12 };

/** The period in which a day lies. */
export function periodOf(cycle: Cycle, day: Day): Period {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  if (cycle === 'once') return 'once';
  if (cycle === 'monthly') return day.slice(0, 7);
  if (cycle === 'quarterly') return `${year}-Q${Math.ceil(month / 3)}`;
  return cycle === 'halfyearly' ? `${year}-H${month <= 6 ? 1 : 2}` : year;
}

function firstDay(period: Period): Day {
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === '') return `${year}-01-01`;
  const count = Number(rest.slice(1));
  if (rest.startsWith('Q')) return `${year}-${String(count * 3 - 2).padStart(2, '0')}-01`;
  if (rest.startsWith('H')) return `${year}-${count === 1 ? '01' : '07'}-01`;
  return `${year}-${rest}-01`;
}

/** First and last day of a period; a single report has none and takes the task's own days. */
export function periodBounds(cycle: Cycle, period: Period, task: { startOn: Day; deadline: Day }): { from: Day; to: Day } {
  if (cycle === 'once') return { from: task.startOn, to: task.deadline };
  const from = firstDay(period);
  return { from, to: addDays(addMonths(from, MONTHS[cycle]), -1) };
}

/** The day a branch must report a period by; a single report is due with the branch itself. */
export function dueDayOf(cycle: Cycle, period: Period, branch: { role: AssignmentRole; dueOn: Day }, task: { startOn: Day; deadline: Day }, calendar: Calendar): Day {
  if (cycle === 'once') return branch.dueOn;
  const days = dueDays.get(calendar) ?? new Map<string, Day>();
  dueDays.set(calendar, days);
  const isSupport = branch.role === 'support';
  const key = `${cycle} ${period} ${isSupport}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const { to } = periodBounds(cycle, period, task);
  const due = nextWorkingDay(addDays(to, DUE_DAY_OF_MONTH), calendar);
  // Three working days earlier can lie within the period itself: nobody reports on what is not over, nor is late on the first day on which it is.
  const soonest = nextWorkingDay(addDays(to, 1), calendar);
  const earlier = addWorkingDays(due, -SUPPORT_LEAD_DAYS, calendar);
  const day = !isSupport ? due : earlier < soonest ? soonest : earlier;
  if (days.size >= MOST_KEPT) days.clear();
  days.set(key, day);
  return day;
}

/** Every act and every page of a task asks for the days of all its periods, which are the same for everybody under one calendar. */
const dueDays = new WeakMap<Calendar, Map<string, Day>>();
const MOST_KEPT = 2000;

const SIGNS: Record<Exclude<Cycle, 'once' | 'yearly'>, string> = { monthly: '', quarterly: 'Q', halfyearly: 'H' };

/** Counted by name: every act and every page of a task walks through all of its periods. */
export function nextPeriod(cycle: Cycle, period: Period): Period | null {
  if (cycle === 'once') return null;
  const year = Number(period.slice(0, 4));
  if (cycle === 'yearly') return String(year + 1);
  const sign = SIGNS[cycle];
  const place = Number(period.slice(5 + sign.length));
  const [nextYear, next] = place * MONTHS[cycle] === 12 ? [year + 1, 1] : [year, place + 1];
  return `${nextYear}-${sign}${cycle === 'monthly' ? String(next).padStart(2, '0') : next}`;
}

/** The periods of a task, oldest first: from the one of its start to the one of the deadline. What a branch owes of them begins with `firstOwed`. */
export function periodsOf(cycle: Cycle, task: { startOn: Day; deadline: Day }, upTo: Day): Period[] {
  if (cycle === 'once') return ['once'];
  const last = periodOf(cycle, task.deadline < upTo ? task.deadline : upTo);
  const periods: Period[] = [];
  for (let period: Period | null = periodOf(cycle, task.startOn); period !== null && period <= last; period = nextPeriod(cycle, period)) periods.push(period);
  return periods;
}

/** Of fewer days a unit's first period is reported with the next. */
export const SHORTEST_FIRST_DAYS = 10;

/**
 * The first period a branch owes a report for: nobody reports on a time before the matter was theirs, nor on the last few days of a period
 * alone; only a task that ends within that period is reported on all the same.
 * @param handedOn the day the branch was handed over; null for a draft
 */
export function firstOwed(cycle: Cycle, task: { startOn: Day; deadline: Day }, handedOn: Day | null): Period {
  const from = handedOn !== null && handedOn > task.startOn ? handedOn : task.startOn;
  const period = periodOf(cycle, from);
  const next = nextPeriod(cycle, period);
  const isShort = daysBetween(from, periodBounds(cycle, period, task).to) + 1 < SHORTEST_FIRST_DAYS;
  return isShort && next !== null && next <= periodOf(cycle, task.deadline) ? next : period;
}
