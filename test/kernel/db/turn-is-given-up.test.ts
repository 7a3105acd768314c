import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from '../../../src/kernel/db/busy.ts';
import type { Db } from '../../../src/kernel/db/client.ts';
import { failureOf } from '../../support/failure-of.ts';
import { databases, freshDb, type FreshDatabase } from '../../support/fresh-db.ts';

const write = (db: Pick<Db, 'setting'>, key: string) => db.setting.create({ data: { key, value: 'x' } });
const keys = async (db: Db) => (await db.setting.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key);

describe.each(databases)('whatever happens to a transaction on %s, the next person can write', (kind) => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDb(kind);
  });
  afterEach(() => fresh.done());

  test('when it takes too long', async () => {
    const slow = fresh.db.$transaction(async (tx) => {
      await write(tx, 'slow');
      await pause(300);
      await write(tx, 'too late');
    }, { timeout: 100 });
    expect(isBusy(await failureOf(slow))).toBe(true);
    await write(fresh.db, 'next');
    expect(await keys(fresh.db)).toEqual(['next']);
  });

  test('when a statement in it fails', async () => {
    const twice = fresh.db.$transaction(async (tx) => {
      await write(tx, 'same');
      await write(tx, 'same');
    });
    await expect(twice).rejects.toMatchObject({ code: 'P2002' });
    await write(fresh.db, 'next');
    expect(await keys(fresh.db)).toEqual(['next']);
  });

  test('when it is one of a batch of which another fails', async () => {
    const batch = fresh.db.$transaction([write(fresh.db, 'same'), write(fresh.db, 'same')]);
    await expect(batch).rejects.toMatchObject({ code: 'P2002' });
    await write(fresh.db, 'next');
    expect(await keys(fresh.db)).toEqual(['next']);
  });
});

describe('on sqlite', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDb('sqlite');
  });
  afterEach(() => fresh.done());

  const hold = (ms: number) => fresh.db.$transaction(async (tx) => {
    await write(tx, 'holder');
    await pause(ms);
  });

  test('somebody who gave up waiting for the turn does not keep it when it comes', async () => {
    const holder = hold(300);
    await pause(50);
    const impatient = fresh.db.$transaction((tx) => write(tx, 'impatient'), { maxWait: 50 });
    expect(isBusy(await failureOf(impatient))).toBe(true);
    await holder;
    await write(fresh.db, 'next');
    expect(await keys(fresh.db)).toEqual(['holder', 'next']);
  });

  test('a commit that fails leaves nothing open and nothing behind', async () => {
    const broken = fresh.db.$transaction(async (tx) => {
      await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`;
      await tx.unitAlias.create({ data: { unitId: 404, name: 'nobody' } });
    });
    expect(String(await failureOf(broken))).toContain('ForeignKeyConstraintViolation');
    await write(fresh.db, 'next');
    expect(await fresh.db.unitAlias.count()).toBe(0);
    expect(await keys(fresh.db)).toEqual(['next']);
  });

  test('a transaction opened by hand and forgotten swallows nobody else\'s write', async () => {
    await fresh.db.$executeRaw`BEGIN`;
    await write(fresh.db, 'first');
    await write(fresh.db, 'second');
    expect(await keys(fresh.db)).toEqual(['first', 'second']);
  });

  test('the rest of a transaction that is over never runs in the next one', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await fresh.db.$transaction((tx) => {
      late = pause(50).then(() => write(tx, 'late'));
      return Promise.resolve();
    });
    const outcome = expect(late).rejects.toMatchObject({ code: 'P2028' });
    await hold(150);
    await outcome;
    expect(await keys(fresh.db)).toEqual(['holder']);
  });

  test('closing the client while somebody waits ends in an error, not in a hang', async () => {
    const holder = hold(100).catch(() => 'ended');
    const waiting = hold(10).catch(() => 'ended');
    await pause(20);
    await fresh.db.$disconnect();
    expect(await Promise.race([Promise.all([holder, waiting]).then(() => 'settled'), pause(5000, 'hangs', { ref: false })])).toBe('settled');
  });
});
