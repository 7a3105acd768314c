import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { daysBetween } from '../../src/kernel/days.ts';
import { heldInMonths } from '../../src/supervision/holder-queries.ts';
import { keyOf, sumHeld } from '../../src/supervision/holder-sums.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('whose days they are on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let pageInFebruary: string;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    // January's report is due on 5 February from the support branch three working days before; nobody sends one. The lead asks to close on 20 February.
    context.clock.set(instantAt('2023-02-10', '09:00'));
    pageInFebruary = (await (await signInAs(app, 'shangwu')).get(`/tasks/${String(matter.taskId)}`)).text;
    context.clock.set(instantAt('2023-02-20', '10:00'));
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    await submitTask(context, matter.person('shangwu-head'), matter.taskId, { version, completion: '全部完成' });
    context.clock.set(instantAt('2023-03-11', '09:00'));
  });
  afterAll(() => context.done());

  const MONTHS = ['2023-01', '2023-02', '2023-03'];
  const held = async (login = 'duchashi') => (await heldInMonths(context, matter.person(login), MONTHS)).filter((h) => h.task.id === matter.taskId);

  test('a day is the lead\'s until the support branch is late, then that branch\'s, and the reviewer\'s while he has to decide (R26)', async () => {
    const stretches = (await held()).map((h) => [h.holder, h.unitId, h.from, h.to]);
    const [fagai, shangwu] = [matter.unit('fagai'), matter.unit('shangwu')];
    expect(stretches).toEqual([['lead', shangwu, '2023-01-03', '2023-02-02'], ['support', fagai, '2023-02-02', '2023-02-20'], ['supervisor', null, '2023-02-20', '2023-03-11']]);
  });

  test('the sums of units and supervisors are the days that went by, of every task and of all', async () => {
    const all = await heldInMonths(context, matter.person('duchashi'), MONTHS);
    const tasks = new Set(all.map((h) => h.task.id));
    const sums = sumHeld(all, MONTHS);
    expect(sums.reduce((days, s) => days + s.total, 0)).toBe(tasks.size * daysBetween('2023-01-03', '2023-03-11'));
    expect(sums.map((s) => s.key)).toContain(`person-${String(matter.person('duchashi').accountId)}`);
  });

  test('a supervisor reads the account, follows a number to its tasks and takes it away as a table', async () => {
    const visitor = await signInAs(app, 'duchashi');
    expect((await visitor.get('/supervision/holders?month=2023-03')).text).toContain('督查室 周明远（审核）');
    expect((await visitor.get(`/supervision/holders/unit-${String(matter.unit('fagai'))}?month=2023-02`)).text).toContain('2023-02-02 至 2023-02-20');
    const csv = await visitor.get('/supervision/holders/export.csv?month=2023-03');
    expect(csv.text).toContain('市发展改革委,0,0,0,0,18,0,18');
  });

  test('a unit sees the days in its own hands and nobody else\'s', async () => {
    const visitor = await signInAs(app, 'fagai');
    expect((await visitor.get(`/supervision/holders/unit-${String(matter.unit('fagai'))}?month=2023-02`)).status).toBe(200);
    expect((await visitor.get(`/supervision/holders/unit-${String(matter.unit('shangwu'))}?month=2023-02`)).status).toBe(404);
    expect((await visitor.get('/supervision/holders')).status).toBe(403);
    expect(new Set((await held('yuhua')).map(keyOf))).toEqual(new Set());
  });

  test('the page of the task says whom the lead waits for and since when, and whose every day was', async () => {
    expect(pageInFebruary).toContain('待配合：市发展改革委（已等 7 个工作日）');
    const page = (await (await signInAs(app, 'duchashi')).get(`/tasks/${String(matter.taskId)}`)).text;
    expect(page).not.toContain('待配合：');
    for (const words of ['市商务局 30 天', '市发展改革委 18 天', '督查室 19 天', '共 67 天']) expect(page).toContain(words);
  });
});
