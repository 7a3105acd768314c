import path from 'node:path';
import { root, type Config } from '../config.ts';
import { clockStandingAt, systemClock } from './clock.ts';
import type { Context } from './context.ts';
import { loadCalendar } from './calendar.ts';
import { openDb } from './db/client.ts';
import { migrate } from './db/migrate.ts';
import { openLog } from './log.ts';
import { Parameters } from './parameters.ts';
import { keepSecret } from './secrets.ts';

export const migrationsFolder = path.join(root, 'prisma/migrations');

/** Migrates and opens the database and everything a verb needs beside it. @throws UnsafeDatabase */
export async function openContext(given: Config): Promise<Context> {
  const config = {
    ...given,
    sessionSecret: keepSecret(given.sessionSecret, given.dataFolder, 'session.key'),
    auditKey: keepSecret(given.auditKey, given.dataFolder, 'audit.key'),
  };
  await migrate(config.databaseUrl, migrationsFolder);
  const db = openDb(config.databaseUrl);
  const clock = config.demonstration ? clockStandingAt(config.demonstrationDay) : systemClock;
  return { db, clock, wallClock: systemClock, config, calendar: await loadCalendar(db), parameters: new Parameters(), log: openLog(config.logLevel) };
}
