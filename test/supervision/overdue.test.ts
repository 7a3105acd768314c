import { addDays } from '../../src/kernel/days.ts';
import { NO_FILTER, readFilter, AGES } from '../../src/tasks/ledger-filter.ts';
import { overduePage } from '../../src/supervision/overdue-pages.ts';
import { countOverdue, overdueByAge, overdueByTurn, overdueRows } from '../../src/supervision/overdue-queries.ts';
import { viewerFor } from '../dashboards/desk-scene.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const TODAY = '2023-06-15';
/** Days overdue of further tasks of 市商务局 and of 市发展改革委: both sides of every bound. */
const SHANGWU = [0, 1, 7, 8, 30, 31, 90];
const FAGAI = [7, 31];

describe.each(databases)('the overdue list on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    for (const days of SHANGWU) await handOverTask(context, matter, matter.sentenceIds, { title: `消费中心${String(days)}`, deadline: addDays(TODAY, -days), districtIds: [] });
    for (const days of FAGAI) await handOverTask(context, matter, matter.sentenceIds, { title: `开放平台${String(days)}`, deadline: addDays(TODAY, -days), districtIds: [], leadId: matter.unit('fagai'), supportIds: [] });
  });
  afterAll(() => context.done());

  test('sorts units by age: a day overdue is 1–7, eight days are 8–30, thirty-one are older; today is not overdue', async () => {
    const ages = await overdueByAge(context, matter.person('duchayuan'), NO_FILTER);
    expect(ages.map((a) => [a.unit, ...a.counts])).toEqual([['市商务局', 2, 2, 2], ['市发展改革委', 1, 0, 1]]);
  });

  test('shows in every cell the number of lines that its link opens', async () => {
    const inspector = matter.person('duchayuan');
    for (const { unitId, counts } of await overdueByAge(context, inspector, NO_FILTER)) {
      for (const [i, age] of AGES.entries()) expect(await countOverdue(context, inspector, { ...NO_FILTER, lead: unitId, age })).toBe(counts[i]);
    }
  });

  test('keeps matrix and list together under a search for two characters', async () => {
    const filter = readFilter({ q: '平台' });
    const inspector = matter.person('duchayuan');
    const ages = await overdueByAge(context, inspector, filter);
    const rows = await overdueRows(context, inspector, filter, 50);
    expect([ages.map((a) => a.unit), rows.map((r) => r.title)]).toEqual([['市发展改革委'], ['开放平台31', '开放平台7']]);
  });

  test('counts by whose turn what the turn’s own list holds', async () => {
    const inspector = matter.person('duchayuan');
    const turns = await overdueByTurn(context, inspector, NO_FILTER);
    for (const [turn, count] of turns) expect(await countOverdue(context, inspector, { ...NO_FILTER, turn })).toBe(count);
    expect([...turns.values()].reduce((a, b) => a + b, 0)).toBe(await countOverdue(context, inspector, NO_FILTER));
  });

  test('carries on every line what decides about pressing', async () => {
    const [oldest] = await overdueRows(context, matter.person('duchayuan'), NO_FILTER, 1);
    expect(oldest?.press).toMatchObject({ unitId: matter.unit('shangwu'), ground: { kind: 'deadline', day: addDays(TODAY, -90) }, slips: [], behind: [{ unitId: matter.unit('fagai'), turn: 'support', slips: [] }] });
  });

  test.each([[30, false, null], [300, false, '一页显示全部 300 项'], [1421, false, '每页显示 500 项'], [1421, true, null]])('of %s lines, on a page of many (%s), the link says how many it shows', (total, whole, words) => {
    const data = { rows: [], total, size: whole ? 500 : 50, whole, ages: [], turns: new Map<string, number>(), choices: { units: [], chapters: [] }, chosen: false };
    const page = overduePage(viewerFor(context, matter.person('duchayuan')), NO_FILTER, data);
    expect((page.data['wholeList'] as { label: string } | null)?.label ?? null).toBe(words);
  });
});
