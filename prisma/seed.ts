import { systemClock } from '../src/kernel/clock.ts';
import { loadCalendar } from '../src/kernel/calendar.ts';
import type { Context } from '../src/kernel/context.ts';
import { seedCast } from './seeds/cast.ts';
import { tellHistory } from './seeds/history/history.ts';
import { People, seedPeople } from './seeds/people.ts';
import { seedPlan } from './seeds/plan.ts';
import { seedReference } from './seeds/reference.ts';

/** Fills an empty database with the demonstration: the city's units and people, the plan, and two and a half years of work on it. */
export async function seedDemonstration(context: Context): Promise<void> {
  await seedReference(context);
  const dated = { ...context, wallClock: systemClock, calendar: await loadCalendar(context.db) };
  await seedCast(dated);
  await seedPeople(dated);
  const people = await People.of(dated);
  await tellHistory(dated, people, (at) => seedPlan(at, people.any('supervisor')));
}
