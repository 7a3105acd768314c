import pg from 'pg';
import { isBusy } from '../../../src/kernel/db/busy.ts';
import type { Db } from '../../../src/kernel/db/client.ts';
import { failureOf } from '../../support/failure-of.ts';
import { freshDb, type FreshDatabase } from '../../support/fresh-db.ts';

/** Ends every connection to the database, as a restart of PostgreSQL would. */
async function endConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
  await client.end();
}

const write = (db: Pick<Db, 'setting'>, key: string) => db.setting.create({ data: { key, value: 'x' } });

/** As a person does who is asked to try again: every idle connection of the pool (10) may turn out to be a dead one. */
async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || tries > 10) throw error;
    }
  }
}

describe('when PostgreSQL is restarted', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDb('postgresql');
    await Promise.all(Array.from({ length: 10 }, (_, n) => write(fresh.db, `before ${n}`)));
  });
  afterEach(() => fresh.done());

  test('the server goes on: idle connections are replaced, at most with a call to try again', async () => {
    await endConnections(fresh.url);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => write(fresh.db, `after ${n}`)));
    expect(tries.filter((result) => result.status === 'rejected' && !isBusy(result.reason))).toEqual([]);
    for (let n = 0; n < 10; n += 1) await tryAgain(() => write(fresh.db, `later ${n}`));
    expect(await fresh.db.setting.count({ where: { key: { startsWith: 'later' } } })).toBe(10);
  });

  test('an act that was under way is undone, and its person is asked to try again', async () => {
    const act = fresh.db.$transaction(async (tx) => {
      await write(tx, 'half');
      await endConnections(fresh.url);
      await write(tx, 'other half');
    });
    expect(isBusy(await failureOf(act))).toBe(true);
    expect(await tryAgain(() => fresh.db.setting.count({ where: { key: { contains: 'half' } } }))).toBe(0);
  });
});
