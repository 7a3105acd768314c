import { instantAt } from '../../src/kernel/clock.ts';
import { LIGHTS } from '../../src/lights/light.ts';
import { countStates, coveredShare } from '../../src/coverage/coverage-count.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { articleGaps, coverageFigures, coveredPercent } from '../../src/dashboards/coverage-figures.ts';
import { dashboardPage } from '../../src/dashboards/dashboard-pages.ts';
import { readDashboard } from '../../src/dashboards/dashboard-queries.ts';
import { sumOf, type Distribution } from '../../src/dashboards/distribution.ts';
import { distributionBy } from '../../src/dashboards/distribution-queries.ts';
import { stateOn } from '../../src/dashboards/snapshot-queries.ts';
import { ensureSnapshot, takeSnapshot } from '../../src/dashboards/take-snapshot.ts';
import { readFilter } from '../../src/tasks/ledger-filter.ts';
import { countLedger } from '../../src/tasks/ledger-queries.ts';
import { handOverTask } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { setDesks, type DeskScene } from './desk-scene.ts';

const ledgerOf = (address: string) => readFilter(Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? '')));

/** Every link into the ledger on a page's data, with the number that stands on it. */
function numbersOn(part: unknown, found: { href: string; count: number }[] = []): { href: string; count: number }[] {
  if (typeof part !== 'object' || part === null) return found;
  const { href, count, value } = part as { href?: unknown; count?: unknown; value?: unknown };
  const number = typeof count === 'number' ? count : Number(value ?? Number.NaN);
  if (typeof href === 'string' && /^\/tasks(\?|$)/.test(href) && !Number.isNaN(number)) found.push({ href, count: number });
  for (const inner of Object.values(part)) numbersOn(inner, found);
  return found;
}

describe.each(databases)('the dashboard on %s', (kind) => {
  let context: TestContext;
  let scene: DeskScene;
  beforeAll(async () => {
    context = await testContext(kind);
    scene = await setDesks(context);
  });
  afterAll(() => context.done());

  test.each(['shizhang', 'duchashi', 'duchayuan'])('opens for %s from every number the list that it counts', async (login) => {
    const viewer = scene.viewer(login);
    const numbers = numbersOn(dashboardPage(viewer, await readDashboard(context, viewer, null)).data);
    expect(numbers.length).toBeGreaterThan(12);
    for (const { href, count } of numbers) expect([href, await countLedger(context, viewer.actor, ledgerOf(href))]).toEqual([href, count]);
  });

  test('puts every live task under one light and one chapter', async () => {
    const { actor } = scene.viewer('shizhang');
    const whole = sumOf([...(await distributionBy(context, actor, 'chapter')).values()]);
    expect(sumOf([...(await distributionBy(context, actor, 'unit')).values()])).toEqual(whole);
    for (const light of LIGHTS) expect(whole[light]).toBe(await countLedger(context, actor, readFilter({ light, live: '1' })));
    expect(whole.red).toBeGreaterThanOrEqual(3);
  });

  test('lets a bureau count only what it may see', async () => {
    const whole = sumOf([...(await distributionBy(context, scene.viewer('fagai-head').actor, 'unit')).values()]);
    expect(whole.red + whole.yellow + whole.green + whole.grey + whole.closed).toBe(await countLedger(context, scene.viewer('fagai-head').actor, readFilter({ live: '1' })));
  });

  test('gives the reason for every task that turned red this month', async () => {
    const { red } = await readDashboard(context, scene.viewer('shizhang'), null);
    expect(red.count).toBe(red.items.length);
    expect(red.items.map((i) => i.verdict?.light)).toEqual(red.items.map(() => 'red'));
    expect(red.items.find((i) => i.row.title === '逾期任务 2023-06-10')?.verdict).toMatchObject({ rule: 'past_deadline', values: { days: 5 } });
  });

  test('counts coverage as the pages of the plan do', async () => {
    const { commitments } = await coverageOfPlan(context, scene.planId, '2023-06-15');
    const figures = await coverageFigures(context);
    expect([coveredPercent(figures), figures[0]?.commitments]).toEqual([coveredShare(commitments), commitments.length - countStates(commitments).statement]);
    expect((await articleGaps(context)).reduce((sum, a) => sum + a.gaps, 0)).toBe(countStates(commitments).gap);
  });
});

describe.each(databases)('month-end snapshots on %s', (kind) => {
  let context: TestContext;
  let scene: DeskScene;
  const present = async (): Promise<Distribution> => sumOf([...(await distributionBy(context, scene.viewer('duchashi').actor, 'unit')).values()]);
  beforeAll(async () => {
    context = await testContext(kind);
    scene = await setDesks(context);
  });
  afterAll(() => context.done());

  test('hold what the dashboard shows on that day', async () => {
    expect(await takeSnapshot(context, '2023-06-15')).toBe(true);
    expect(await stateOn(context, '2023-06-15')).toMatchObject({ takenOn: '2023-06-15', counts: await present(), covered: coveredPercent(await coverageFigures(context)) });
    expect(await stateOn(context, '2023-06-15', scene.planId + 1)).toMatchObject({ counts: { red: 0, closed: 0 }, covered: null });
  });

  test('stay as they are whatever comes later', async () => {
    const before = await stateOn(context, '2023-06-15');
    await handOverTask(context, scene, scene.sentenceIds, { title: '后来的任务', handedOverOn: '2023-06-15' });
    expect(await takeSnapshot(context, '2023-06-15')).toBe(false);
    await failureOf(context.db.snapshotLine.updateMany({ data: { red: 0 } }));
    await failureOf(context.db.snapshotPlan.deleteMany());
    expect(await stateOn(context, '2023-06-15')).toEqual(before);
  });

  test('are made up for by the first who asks in the new month, and say so', async () => {
    await ensureSnapshot(context);
    await ensureSnapshot(context);
    expect(await stateOn(context, '2023-05-31')).toMatchObject({ day: '2023-05-31', takenOn: '2023-06-15', counts: { red: 4, closed: 0 } }); // one past its deadline, three without reports
    expect(await context.db.auditEvent.count({ where: { event: 'snapshot.taken' } })).toBe(2);
  });

  test('are not taken of a day that has not come', async () => {
    context.clock.set(instantAt('2023-06-15', '10:00'));
    await expect(takeSnapshot(context, '2023-06-30')).rejects.toThrow('dashboards.error.future_day');
  });
});
