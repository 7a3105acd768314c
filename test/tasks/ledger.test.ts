import { addDays } from '../../src/kernel/days.ts';
import { LIGHTS } from '../../src/lights/light.ts';
import { lightOn } from '../../src/lights/turning-days.ts';
import { NO_FILTER, readFilter } from '../../src/tasks/ledger-filter.ts';
import { countLedger, ledgerRows } from '../../src/tasks/ledger-queries.ts';
import { visibleTo } from '../../src/tasks/task-policy.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('the ledger on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    await handOverTask(context, matter, matter.sentenceIds, { title: '推进自贸区建设', leadId: matter.unit('fagai'), supportIds: [], districtIds: [] });
  });
  afterAll(() => context.done());

  test('shows each person exactly the tasks that the policy lets them see', async () => {
    for (const login of ['duchashi', 'duchayuan', 'shizhang', 'shangwu', 'fagai-head', 'yuhua', 'changshaxian-head', 'shenji', 'admin']) {
      const actor = matter.person(login);
      const byPolicy = await context.db.task.findMany({ where: visibleTo(actor), select: { id: true }, orderBy: { id: 'asc' } });
      const bySql = await ledgerRows(context, actor, { ...NO_FILTER, sort: 'number' }, 1000);
      expect(bySql.map((r) => r.id)).toEqual(byPolicy.map((r) => r.id));
    }
  });

  test('finds two Chinese characters, digits in full width and pieces of a number', async () => {
    const search = async (q: string) => countLedger(context, matter.person('duchashi'), { ...NO_FILTER, q });
    expect(await search('自贸')).toBe(1);
    expect(await search('发改')).toBe(0);
    expect(await search('发展 自贸')).toBe(1);
    expect(await search('２０２３')).toBeGreaterThan(0);
    expect(await search('%')).toBe(0);
  });

  test('filters by light as the rules see it, on any day and in every status', async () => {
    const chance = new Chance(3);
    for (let round = 0; round < 12; round += 1) {
      await scatter(chance);
      const all = await context.db.task.findMany({ orderBy: { id: 'asc' } });
      for (const light of LIGHTS) {
        const rows = await ledgerRows(context, matter.person('duchashi'), { ...NO_FILTER, light, sort: 'number' }, 1000);
        expect(rows.map((r) => r.id)).toEqual(all.filter((t) => lightOn(t, '2023-06-15') === light).map((t) => t.id));
      }
    }
  });

  /** Gives every task some status and turning days around today. */
  async function scatter(chance: Chance): Promise<void> {
    const near = (): string | null => (chance.happens(0.5) ? addDays('2023-06-15', chance.between(-3, 3)) : null);
    for (const { id } of await context.db.task.findMany({ select: { id: true } })) {
      const status = chance.pick(['issued', 'underway', 'submitted', 'closed', 'suspended']);
      await context.db.task.update({ where: { id }, data: { status, startOn: addDays('2023-06-15', chance.between(-40, 10)), yellowFrom: near(), redFrom: near() } });
    }
  }

  test('counts what it lists, page by page', async () => {
    const total = await countLedger(context, matter.person('duchashi'), NO_FILTER);
    const pages = await Promise.all([1, 2, 3].map((page) => ledgerRows(context, matter.person('duchashi'), { ...NO_FILTER, page }, 2)));
    expect(new Set(pages.flat().map((r) => r.id)).size).toBe(Math.min(total, 6));
  });
});

test('a filter in an address survives nonsense', () => {
  expect(readFilter({ light: 'purple', page: '-3', unit: ['1', '2'], sort: { a: 1 }, q: ['x'], chapter: '1e3', lead: '99999999999', redSince: '2023-13-45' })).toEqual({ ...NO_FILTER, chapter: 1000 });
});
