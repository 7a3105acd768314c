import type { Db } from './db/client.ts';
import type { Calendar } from './working-days.ts';

/** The exceptions to Monday–Friday as the installation keeps them. */
export async function loadCalendar(db: Db): Promise<Calendar> {
  const days = await db.calendarDay.findMany({ select: { day: true, kind: true } });
  return new Map(days.map(({ day, kind }) => [day, kind === 'workday']));
}
