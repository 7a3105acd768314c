import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { SetClock } from '../../src/kernel/clock.ts';
import type { Context } from '../../src/kernel/context.ts';
import { openLog } from '../../src/kernel/log.ts';
import { Parameters } from '../../src/kernel/parameters.ts';
import type { Calendar } from '../../src/kernel/working-days.ts';
import { freshDb, freshFolder, type DatabaseKind } from './fresh-db.ts';

export interface TestContext extends Context {
  /** Set it to move through time: `context.clock.set(instantAt('2023-07-06', '09:00'))`. */
  clock: SetClock;
  /** The same clock, unless a test puts another one here. */
  wallClock: SetClock;
  url: string;
  /** Closes and removes the database. */
  done: () => Promise<void>;
}

interface Wishes {
  /** An instant ('2023-06-15T09:00:00+08:00') or a Date; the demonstration's day at nine where left out. */
  now?: string | Date;
  /** Exceptions to Monday–Friday; none where left out. */
  calendar?: Calendar;
  /** Settings by their names in .env. */
  settings?: Record<string, string>;
}

/** A fresh database with a clock that stands still, silent log and fixed keys: what verbs and queries are handed in tests. */
export async function testContext(kind: DatabaseKind, { now = '2023-06-15T09:00:00+08:00', calendar = new Map(), settings = {} }: Wishes = {}): Promise<TestContext> {
  const { db, url, done } = await freshDb(kind);
  const dataFolder = freshFolder('data');
  const config = readConfig({
    NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: dataFolder, LOG_LEVEL: 'silent',
    SESSION_SECRET: 'a session secret that only tests use', AUDIT_KEY: 'an audit key that only the tests use', ...settings,
  }, path.join(dataFolder, 'no.env'));
  const clock = new SetClock(new Date(now));
  return { db, url, done, config, calendar, parameters: new Parameters(), clock, wallClock: clock, log: openLog(config.logLevel) };
}
