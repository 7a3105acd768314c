import type { Day } from './clock.ts';
import { addDays, dayNumber, weekday } from './days.ts';

/** The State Council's exceptions to Monday–Friday (调休): day → is it worked? */
export type Calendar = ReadonlyMap<Day, boolean>;

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  const exception = calendar.get(day);
  if (exception !== undefined) return exception;
  const w = weekday(day);
  return w !== 0 && w !== 6;
}

/** The day that lies `count` working days after (before, where negative) the given one; 0 gives the day itself. */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. Lists ask this for every line, so nobody walks from day to day. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  if (to <= from) return 0;
  return weekdaysUntil(to) - weekdaysUntil(from) + exceptionsUntil(to, calendar) - exceptionsUntil(from, calendar);
}

const WEEK = 7;
const WEEKDAYS = 5;
/** 1970-01-01 was a Thursday: so many days after a Monday. */
const FIRST_OFFSET = 3;

/** Mondays to Fridays up to and including a day, counted from the same Monday for all. */
function weekdaysUntil(day: Day): number {
  const sinceMonday = dayNumber(day) + FIRST_OFFSET;
  const weeks = Math.floor(sinceMonday / WEEK);
  return weeks * WEEKDAYS + Math.min(sinceMonday - weeks * WEEK + 1, WEEKDAYS);
}

interface Exceptions { size: number; days: Day[]; sums: number[] }
const summed = new WeakMap<Calendar, Exceptions>();

/** What the calendar's exceptions add to, or take from, the weekdays up to and including a day. */
function exceptionsUntil(day: Day, calendar: Calendar): number {
  const { days, sums } = sumsOf(calendar);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return sums[low - 1] ?? 0;
}

function sumsOf(calendar: Calendar): Exceptions {
  const known = summed.get(calendar);
  if (known?.size === calendar.size) return known;
  const days = [...calendar.keys()].sort();
  let sum = 0;
  const sums = days.map((day) => {
    const usual = isWorkingDay(day, NO_EXCEPTIONS);
    sum += Number(calendar.get(day) ?? usual) - Number(usual);
    return sum;
  });
  const anew = { size: calendar.size, days, sums };
  summed.set(calendar, anew);
  return anew;
}

const NO_EXCEPTIONS: Calendar = new Map();

/** The day itself where it is worked, else the next one that is. */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}
