import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { DESKS } from '../../src/dashboards/desk-piles.ts';
import { readDesk } from '../../src/dashboards/desk-queries.ts';
import { unsignedSince } from '../../src/dashboards/ledger-piles.ts';
import { owedFilings } from '../../src/filings/owed-filings.ts';
import { readFilter } from '../../src/tasks/ledger-filter.ts';
import { countLedger } from '../../src/tasks/ledger-queries.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { setDesks, type DeskScene } from './desk-scene.ts';

const EVERYBODY = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'shizhang', 'shenji', 'admin'];

describe.each(databases)('the desk on %s', (kind) => {
  let context: TestContext;
  let scene: DeskScene;
  beforeAll(async () => {
    context = await testContext(kind);
    scene = await setDesks(context);
  });
  afterAll(() => context.done());

  const counts = async (login: string): Promise<Record<string, number>> =>
    Object.fromEntries((await readDesk(context, scene.viewer(login))).piles.map((p) => [p.id.replace('pile-', ''), p.count]));

  test('shows the supervisor what waits for review, for a decision and for signatures', async () => {
    expect(await counts('duchashi')).toEqual({ review: 1, closing: 1, extension: 1, answered_instruction: 1, finding: 1, problem_step: 3, proposed_light: 1, draft: 1, unsigned: 2 });
  });

  test('shows inspectors and leaders what units answered to them, and nobody a ruling on what they found themselves', async () => {
    expect([await counts('duchayuan'), await counts('shizhang')]).toEqual([{ problem_step: 1, overdue: 3, owed_reports: 3, unsigned: 2 }, { answered_instruction: 1 }]);
  });

  test('says the next lawful act on every line of the inspector, and from when where it is not yet time', async () => {
    const { piles } = await readDesk(context, scene.viewer('duchayuan'));
    const overdue = piles.find((p) => p.id === 'pile-overdue')?.rows.map(({ title, action }) => [title, action?.label, action?.href.split('/').slice(-2).join('/'), action?.whyNot]);
    expect(overdue).toEqual([
      ['逾期任务 2023-03-31', '催办', 'urges/new', '2023-06-23 起方可再发'], ['逾期任务 2023-05-31', '催办', 'urges/new', null], ['逾期任务 2023-06-10', '催办', 'urges/new', null],
    ]);
    const owed = piles.find((p) => p.id === 'pile-owed_reports')?.rows.map(({ title, action }) => [title, action?.label]);
    expect(owed).toEqual([['建设国际消费中心城市', '催办：市发展改革委'], ['建设国际消费中心城市', '催办'], ['建设国际消费中心城市', '催办']]);
  });

  test('shows a bureau head what is overdue, returned, to sign, to sign off, due soon and decided', async () => {
    expect(await counts('shangwu-head')).toEqual({ slip: 1, own_overdue: 3, returned: 1, sign: 2, signoff: 1, late_report: 3, due_soon: 1, decision: 1 });
  });

  test('shows a clerk what came back, what is to be reported and what is begun', async () => {
    expect(await counts('shangwu')).toEqual({ slip: 1, returned: 1, report: 4, own_draft: 1, own_overdue: 3, due_soon: 1 });
  });

  test('shows a district its own work', async () => {
    expect(await counts('yuhua-head')).toEqual({ returned: 0, sign: 0, signoff: 0, late_report: 1, due_soon: 0, decision: 0 });
    expect(await counts('yuhua')).toMatchObject({ report: 1 });
  });

  test.each(EVERYBODY)('puts on each pile of %s exactly what its number says', async (login) => {
    const viewer = scene.viewer(login);
    for (const pile of DESKS[viewer.actor.role]) {
      const count = await pile.count(context, viewer);
      expect(await pile.rows(context, viewer, { skip: 0, take: 500 })).toHaveLength(count);
      const [path, query = ''] = pile.href(viewer).split('?');
      if (path === '/tasks') expect(await countLedger(context, viewer.actor, readFilter(Object.fromEntries(new URLSearchParams(query))))).toBe(count);
    }
  });

  test.each(EVERYBODY)('counts for %s in the shell what the piles that wait hold', async (login) => {
    const viewer = scene.viewer(login);
    const waiting = await Promise.all(DESKS[viewer.actor.role].filter((p) => p.waits).map((p) => p.count(context, viewer)));
    expect(await countWaiting(context, viewer.actor)).toBe(waiting.reduce((a, b) => a + b, 0));
  });

  test('forgets no report that a unit owes', async () => {
    for (const login of ['shangwu', 'fagai', 'yuhua', 'changshaxian']) {
      const viewer = scene.viewer(login);
      const onDesk = await Promise.all(DESKS.clerk.filter((p) => ['returned', 'report', 'own_draft'].includes(p.name)).map((p) => p.rows(context, viewer, { skip: 0, take: 500 })));
      const tasks = new Set(onDesk.flat().map((row) => row.href.split('/')[2]));
      const owed = (await owedFilings(context, viewer.actor)).filter((f) => f.holder === 'clerk');
      expect([...tasks].sort()).toEqual([...new Set(owed.map((f) => String(f.taskId)))].sort());
    }
  });

  test('turns its pages without losing or repeating anything', async () => {
    const viewer = scene.viewer('shangwu-head');
    const pile = DESKS.head.find((p) => p.name === 'late_report');
    if (pile === undefined) throw new Error('the head has no such pile');
    const pages = await Promise.all([0, 1, 2, 3].map((skip) => pile.rows(context, viewer, { skip, take: 1 })));
    expect(pages.map((rows) => rows.length)).toEqual([1, 1, 1, 0]);
    expect(new Set(pages.flat().map((row) => row.href)).size).toBe(3);
  });

  test('tells the supervisor who waits and since when', async () => {
    const { waiting } = await readDesk(context, scene.viewer('duchashi'));
    expect(waiting?.map((w) => [w.name, w.count])).toEqual([['市商务局', 3]]);
  });

  test('counts overdue tasks for the inspector by unit and age', async () => {
    const { overdue } = await readDesk(context, scene.viewer('duchayuan'));
    expect(overdue?.units.map((u) => [u.name, u.counts])).toEqual([['市商务局', [1, 1, 1]]]);
    expect(overdue?.turns).toEqual([{ turn: 'lead', count: 3 }]);
  });
});

test('a task counts as unsigned once two working days have passed, weekends left out', () => {
  expect(unsignedSince('2023-06-15', new Map())).toBe('2023-06-12');
  expect(unsignedSince('2023-06-12', new Map())).toBe('2023-06-07');
  expect(unsignedSince('2023-06-18', new Map())).toBe('2023-06-13');
});
