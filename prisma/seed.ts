import { systemClock } from '../src/kernel/clock.ts';
import { loadCalendar } from '../src/kernel/calendar.ts';
import { isSqlite } from '../src/kernel/db/client.ts';
import type { Context } from '../src/kernel/context.ts';
import { seedCast } from './seeds/cast.ts';
import { tellHistory } from './seeds/history/history.ts';
import { People, seedPeople } from './seeds/people.ts';
import { seedPlan } from './seeds/plan.ts';
import { seedReference } from './seeds/reference.ts';

/** Fills an empty database with the demonstration: the city's units and people, the plan, and two and a half years of work on it. */
export async function seedDemonstration(context: Context): Promise<void> {
  await unhurried(context, () => seedEverything(context));
}

/** A database that does not exist yet cannot lose anything: SQLite need not wait for the disk until the demonstration stands. */
async function unhurried({ db, config }: Context, work: () => Promise<void>): Promise<void> {
  const sqlite = isSqlite(config.databaseUrl);
  if (sqlite) await db.$executeRaw`PRAGMA synchronous = OFF`;
  await work();
  if (sqlite) await db.$executeRaw`PRAGMA synchronous = FULL`;
}

async function seedEverything(context: Context): Promise<void> {
  await seedReference(context);
  const dated = { ...context, wallClock: systemClock, calendar: await loadCalendar(context.db) };
  await seedCast(dated);
  await seedPeople(dated);
  const people = await People.of(dated);
  await tellHistory(dated, people, (at) => seedPlan(at, people.any('supervisor')));
}
