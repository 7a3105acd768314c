import { setTimeout as pause } from 'node:timers/promises';
import { Conflict } from '../../../src/kernel/errors.ts';
import { expectChanged, transaction } from '../../../src/kernel/db/transaction.ts';
import type { Context } from '../../../src/kernel/context.ts';
import { databases } from '../../support/fresh-db.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const KEY = 'counter';
const read = ({ db }: Context) => db.setting.findUniqueOrThrow({ where: { key: KEY } });

/** As every verb does it: the version that was seen stands in the WHERE. */
const save = (context: Context, seen: number, value: string) => transaction(context, async (tx) => {
  expectChanged(await tx.setting.updateMany({ where: { key: KEY, version: seen }, data: { value, version: { increment: 1 } } }));
});

/** As it must not be done: the version is read, but nobody asks for it when writing. */
const saveNaively = (context: Context) => transaction(context, async (tx) => {
  const row = await tx.setting.findUniqueOrThrow({ where: { key: KEY } });
  await pause(1);
  await tx.setting.update({ where: { key: KEY }, data: { value: String(Number(row.value) + 1) } });
});

async function incrementOnce(context: Context): Promise<void> {
  for (;;) {
    const row = await read(context);
    try {
      await save(context, row.version, String(Number(row.value) + 1));
      return;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

const tenWriters = (work: () => Promise<void>) => Promise.all(Array.from({ length: 10 }, async () => {
  for (let n = 0; n < 20; n += 1) await work();
}));

describe.each(databases)('people who edit the same thing on %s', (kind) => {
  let context: TestContext;
  beforeEach(async () => {
    context = await testContext(kind);
    await context.db.setting.create({ data: { key: KEY, value: '0' } });
  });
  afterEach(() => context.done());

  test('in pairs, 500 times: one is saved, the other is told, nothing is lost (C1)', async () => {
    let [told, lost] = [0, 0];
    for (let n = 0; n < 500; n += 1) {
      const { version } = await read(context);
      const results = await Promise.allSettled(['left', 'right'].map((side) => save(context, version, `${side} ${n}`)));
      const winner = results.findIndex((result) => result.status === 'fulfilled');
      if ((await read(context)).value !== `${['left', 'right'][winner]} ${n}`) lost += 1;
      told += results.filter((result) => result.status === 'rejected' && result.reason instanceof Conflict).length;
    }
    expect({ told, lost }).toEqual({ told: 500, lost: 0 });
  }, 60_000);

  test('ten of them counting up, reading before they write: every step counts (C2)', async () => {
    await tenWriters(() => incrementOnce(context));
    expect((await read(context)).value).toBe('200');
  }, 60_000);
});

test('counting without the version loses steps on PostgreSQL, so the test above can fail', async () => {
  const context = await testContext('postgresql');
  await context.db.setting.create({ data: { key: KEY, value: '0' } });
  await tenWriters(() => saveNaively(context));
  expect(Number((await read(context)).value)).toBeLessThan(200);
  await context.done();
}, 60_000);
