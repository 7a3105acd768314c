import chineseDays from 'chinese-days';
import { loadCalendar } from '../../src/kernel/calendar.ts';
import type { Context } from '../../src/kernel/context.ts';
import { addDays } from '../../src/kernel/days.ts';
import { isWorkingDay } from '../../src/kernel/working-days.ts';
import { seedUnits } from '../../src/units/seed-units.ts';

const FIRST_DAY = '2021-01-01';
const LAST_DAY = '2026-12-31'; // the last year for which the State Council's calendar is in the package

/** What the demonstration for Changsha starts from: its units and the calendar of working days. */
export async function seedReference(context: Context): Promise<void> {
  await seedCalendar(context);
  await seedUnits(context);
}

/** The State Council's exceptions to Monday–Friday, the same everywhere; the context counts by them from now on. */
export async function seedCalendar(context: Context): Promise<void> {
  const days: { day: string; kind: string; name: string }[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    if (work !== isWorkingDay(day, new Map())) days.push({ day, kind: work ? 'workday' : 'holiday', name: name.split(',')[1] ?? name });
  }
  await context.db.calendarDay.createMany({ data: days });
  context.calendar = await loadCalendar(context.db);
}
