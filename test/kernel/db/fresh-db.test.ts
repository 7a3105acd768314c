import { databases } from '../../support/fresh-db.ts';
import { testContext } from '../../support/test-context.ts';

describe.each(databases)('a test that needs data on %s', (kind) => {
  test('gets a migrated database of its own, with a clock that stands where it was set', async () => {
    const mine = await testContext(kind, { now: '2023-07-06T09:00:00+08:00' });
    const yours = await testContext(kind);
    await mine.db.setting.create({ data: { key: 'filing.day', value: '5' } });
    expect(await mine.db.setting.count()).toBe(1);
    expect(await yours.db.setting.count()).toBe(0);
    expect(mine.clock.now().toISOString()).toBe('2023-07-06T01:00:00.000Z');
    await mine.done();
    await yours.done();
  });
});
