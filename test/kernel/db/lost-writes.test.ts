import { setTimeout as pause } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from '../../../src/generated/sqlite/client.ts';
import { writeTogether } from '../../support/busy-writers.ts';
import { databases, freshDb } from '../../support/fresh-db.ts';

const rounds = Array.from({ length: Number(process.env['LOSS_ROUNDS'] ?? 3) }, (_, i) => i + 1);

describe('24 people writing at once, some of whom change their minds (D1)', () => {
  test.each(rounds)('lose nothing that was acknowledged, round %i', async () => {
    const { db, done } = await freshDb('sqlite');
    const outcome = await writeTogether(db);
    expect(outcome).toMatchObject({ lost: 0, ghosts: 0 });
    expect(outcome.acknowledged).toBeGreaterThan(900);
    await done();
  }, 120_000);

  test('lose nothing on PostgreSQL either', async () => {
    const { db, done } = await freshDb('postgresql');
    expect(await writeTogether(db)).toMatchObject({ lost: 0, ghosts: 0 });
    await done();
  }, 120_000);

  test('would lose writes with the stock adapter, so this test can fail', async () => {
    const { url, done } = await freshDb('sqlite');
    const stock = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) });
    expect((await writeTogether(stock)).lost).toBeGreaterThan(0);
    await stock.$disconnect();
    await done();
  }, 120_000);
});

describe.each(databases)('on %s', (kind) => {
  test('nobody sees what somebody else has not finished', async () => {
    const { db, done } = await freshDb(kind);
    const unfinished = db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key: 'unfinished', value: '1' } });
      await pause(200);
      throw new Error('changed my mind');
    });
    const outcome = expect(unfinished).rejects.toThrow('changed my mind');
    await pause(80);
    expect(await db.setting.count()).toBe(0);
    await outcome;
    await done();
  });
});
