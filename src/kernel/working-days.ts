import type { Day } from './clock.ts';
import { addDays, weekday } from './days.ts';

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

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  let count = 0;
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
  return count;
}

/** The day itself where it is worked, else the next one that is. */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}
