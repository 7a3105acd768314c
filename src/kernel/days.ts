import type { Day } from './clock.ts';

const MS_PER_DAY = 86_400_000;
const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Math.floor(utc(day) / MS_PER_DAY);

/** Calendar days from a to b; negative where b lies before a. */
export const daysBetween = (a: Day, b: Day): number => Math.round((utc(b) - utc(a)) / MS_PER_DAY);

export const addDays = (day: Day, count: number): Day => new Date(utc(day) + count * MS_PER_DAY).toISOString().slice(0, 10);

/** Same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).toISOString().slice(0, 10);
}

/** The last day of the year in which a day lies. */
export const yearEnd = (day: Day): Day => `${day.slice(0, 4)}-12-31`;

/** A real day of the calendar, written YYYY-MM-DD. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();

export const earliest = (...days: (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>((best, day) => (day != null && (best === null || day < best) ? day : best), null);

export const latest = (...days: (Day | null | undefined)[]): Day | null =>
  days.reduce<Day | null>((best, day) => (day != null && (best === null || day > best) ? day : best), null);
