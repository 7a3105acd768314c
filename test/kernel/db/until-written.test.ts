import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { untilWritten } from '../../../src/kernel/db/until-written.ts';
import { transaction } from '../../../src/kernel/db/transaction.ts';
import { databases } from '../../support/fresh-db.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

describe.each(databases)('what was read, kept until something is written, on %s', (kind) => {
  let context: TestContext;
  let readings = 0;
  beforeAll(async () => {
    context = await testContext(kind);
    await context.db.numberSeries.create({ data: { key: 'kept', last: 1 } });
  });
  beforeEach(() => { readings = 0; });
  afterAll(() => context.done());

  const last = (db: object = context.db, key = 'last') => untilWritten(db, key, async () => {
    readings += 1;
    return (await context.db.numberSeries.findUniqueOrThrow({ where: { key: 'kept' } })).last;
  });
  const write = (value: number) => context.db.numberSeries.update({ where: { key: 'kept' }, data: { last: value } });

  test('everybody who asks after a write is told what was written', async () => {
    for (const value of [5, 6, 7]) {
      await write(value);
      expect(await last()).toBe(value);
    }
  });

  test('what a transaction wrote is told once it is committed, and not before', async () => {
    await write(1);
    await last();
    await transaction(context, async (tx) => {
      await tx.numberSeries.update({ where: { key: 'kept' }, data: { last: 2 } });
      expect(await last()).toBe(1);
    });
    expect(await last()).toBe(2);
  });

  test('many who ask at once and again cost one reading on SQLite; PostgreSQL is asked each time', async () => {
    await write(3);
    expect(await Promise.all([last(), last(), last()])).toEqual([3, 3, 3]);
    expect(await last()).toBe(3);
    expect(readings).toBe(kind === 'sqlite' ? 1 : 4);
  });

  test('inside a transaction its own writes are read', async () => {
    await transaction(context, async (tx) => {
      await last(tx);
      await last(tx);
    });
    expect(readings).toBe(2);
  });

  test('a reading that failed is tried again', async () => {
    let first = true;
    const fails = () => untilWritten(context.db, 'fails', () => {
      if (!first) return Promise.resolve('read');
      first = false;
      return Promise.reject(new Error('busy'));
    });
    await expect(fails()).rejects.toThrow('busy');
    expect(await fails()).toBe('read');
  });

  test('of many different questions the oldest answers are dropped', async () => {
    await write(4);
    for (let i = 0; i <= 500; i += 1) await last(context.db, `question ${i}`);
    await last(context.db, 'question 0');
    expect(readings).toBe(502);
  });
});

test('what another program wrote into the file is told from the next turn on', async () => {
  const context = await testContext('sqlite');
  await context.db.numberSeries.create({ data: { key: 'kept', last: 1 } });
  const last = () => untilWritten(context.db, 'last', async () => (await context.db.numberSeries.findUniqueOrThrow({ where: { key: 'kept' } })).last);
  expect(await last()).toBe(1);
  const pen = new Database(context.url.replace('file:', ''));
  pen.exec('UPDATE "NumberSeries" SET "last" = 2');
  pen.close();
  await nextTurn();
  expect(await last()).toBe(2);
  await context.done();
});
