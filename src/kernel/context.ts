import type { Config } from '../config.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/client.ts';
import type { Log } from './log.ts';
import type { Parameters } from './parameters.ts';
import type { Calendar } from './working-days.ts';

/** What every verb and query is handed: where the data is, what time it is, which days are worked. */
export interface Context {
  db: Db;
  /** The time of the matter: stands still in the demonstration, is set by histories and tests. */
  clock: Clock;
  /** The time of the machine, for what protects it: sessions, lock-outs, tokens. */
  wallClock: Clock;
  config: Config;
  calendar: Calendar;
  /** What people have set, by version and day. */
  parameters: Parameters;
  log: Log;
}
