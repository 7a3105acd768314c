import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from '../../../src/kernel/db/busy.ts';
import { sqliteFile } from '../../../src/kernel/db/database-url.ts';
import { freshDb, type FreshDatabase } from '../../support/fresh-db.ts';
import { otherProcess, type OtherProcess } from '../../support/other-process.ts';

/** Another process opens the same file, runs a statement, and stays like that until it is told. */
async function anotherHolds(url: string, statement: string): Promise<OtherProcess> {
  const other = otherProcess(`
    const Database = require('better-sqlite3');
    const db = new Database(${JSON.stringify(sqliteFile(url))});
    db.exec(${JSON.stringify(statement)});
    console.log('holding');
    await told();
    db.exec('ROLLBACK');
    db.close();
    process.exit(0);`);
  await other.says('holding');
  return other;
}

describe('while another program keeps the database file locked (D6)', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDb('sqlite');
    await fresh.db.setting.count();
  });
  afterEach(() => fresh.done());

  const write = (key: number) => (key % 2 === 0
    ? fresh.db.setting.create({ data: { key: String(key), value: 'plain' } })
    : fresh.db.$transaction((tx) => tx.setting.create({ data: { key: String(key), value: 'transaction' } }), { maxWait: 10_000 }));
  const writeTwenty = () => Promise.allSettled(Array.from({ length: 20 }, (_, key) => write(key)));

  test('for three seconds, everybody is served a little later and the server goes on answering', async () => {
    const other = await anotherHolds(fresh.url, 'BEGIN IMMEDIATE');
    const writes = writeTwenty();
    const started = performance.now();
    await fresh.db.setting.count();
    expect(performance.now() - started).toBeLessThan(1000);
    await pause(3000);
    other.tell();
    expect((await writes).filter((result) => result.status === 'rejected')).toEqual([]);
    expect(await fresh.db.setting.count()).toBe(20);
  });

  test('for longer, everybody is told to try again, and afterwards all is as before', async () => {
    const other = await anotherHolds(fresh.url, 'BEGIN IMMEDIATE');
    const started = performance.now();
    const results = await writeTwenty();
    expect(performance.now() - started).toBeLessThan(9000);
    expect(results.every((result) => result.status === 'rejected' && isBusy(result.reason))).toBe(true);
    other.tell();
    await other.ended;
    expect((await writeTwenty()).every((result) => result.status === 'fulfilled')).toBe(true);
    expect(await fresh.db.setting.count()).toBe(20);
  });

  test('only for reading, nobody notices', async () => {
    const other = await anotherHolds(fresh.url, 'BEGIN; SELECT count(*) FROM Setting');
    expect((await writeTwenty()).every((result) => result.status === 'fulfilled')).toBe(true);
    other.tell();
    await other.ended;
  });
});
