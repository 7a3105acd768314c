import type { Day } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import { addWorkingDays, nextWorkingDay, type Calendar } from '../kernel/working-days.ts';
import { DUE_DAY_OF_MONTH, SUPPORT_LEAD_DAYS } from '../tasks/period.ts';

/** The latest due days of reports that are open on a day. */
export interface OpenDays {
  /** Of periods that are over; every period ends with a month. */
  report: Day;
  support: Day;
  /** Of single reports, which open ten working days before. */
  once: Day;
}

const ONCE_OPENS_DAYS = 10;

/** Turns "the period is over" into a day that a due day can be compared with, so that the database can find the open ones (R5). */
export function openDays(today: Day, calendar: Calendar): OpenDays {
  const report = nextWorkingDay(addDays(monthEndBefore(today), DUE_DAY_OF_MONTH), calendar);
  return { report, support: addWorkingDays(report, -SUPPORT_LEAD_DAYS, calendar), once: addDays(addWorkingDays(today, ONCE_OPENS_DAYS + 1, calendar), -1) };
}

/** The last day of the month before. */
export const monthEndBefore = (day: Day): Day => addDays(`${day.slice(0, 7)}-01`, -1);

/** The first day of the month. */
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;
