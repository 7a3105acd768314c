import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { NotFound } from '../../src/kernel/errors.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { districtViewOf, rollUpOf } from '../../src/tasks/district-queries.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { findTask } from '../../src/tasks/task-queries.ts';
import { shareOut } from '../../src/tasks/share-out.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('districts on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let id: number;
  const version = async (): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id } })).version;
  const draft = async (): Promise<number> => (await createTask(context, matter.person('duchashi'), {
    title: '建设充电桩', requirement: '按年度清单建设', standard: '建成并验收', contact: '', startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'monthly', leadId: matter.unit('shangwu'),
    responsibleIds: [], supportIds: [], districtIds: [], allDistricts: '1', rollup: 'sum', valueUnit: '个', valueTarget: 100, sentenceIds: matter.sentenceIds.slice(0, 1),
  })).id;
  const childOf = async (code: string) => context.db.task.findFirstOrThrow({ where: { parentId: id, leadUnitId: matter.unit(code) } });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    id = await draft();
    const shares = new Map([[matter.unit('yuhua'), { target: 40, weight: 2 }], [matter.unit('changshaxian'), { target: 50, weight: 1 }]]);
    await shareOut(context, matter.person('duchashi'), id, { version: await version(), shares });
    await issueTask(context, matter.person('duchashi'), id, { version: await version() });
  });
  afterAll(() => context.done());

  test('all are in it by one tick, each with its own target, and a district founded later is not', async () => {
    await context.db.unit.create({ data: { code: 'xinqu', name: '新区', shortName: '新区', kind: 'district', sort: 99, pinyin: 'xinqu', initials: 'xq' } });
    const children = await context.db.task.findMany({ where: { parentId: id }, orderBy: { id: 'asc' } });
    expect(children.map((c) => [c.leadUnitId, c.valueTarget, c.rollupWeight, c.valueUnit])).toEqual(expect.arrayContaining([[matter.unit('yuhua'), 40, 2, '个'], [matter.unit('changshaxian'), 50, 1, '个']]));
    expect(children).toHaveLength(2);
  });

  test('the parent says what is known, what is unknown and that the targets fall short', async () => {
    expect((await rollUpOf(context, matter.person('duchashi'), id))?.rollUp).toMatchObject({ total: 2, known: 0, unknown: 2, result: null, met: null });
    const page = (await (await signInAs(app, 'duchashi')).get(`/tasks/${id}`)).text;
    expect([page.includes('2 个区县市中 0 个已报，合计 尚无数据（目标 100个），2 个未知'), page.includes('比全市目标 100个 少 10个'), page.includes('未报（目标 40个）')]).toEqual([true, true, true]);
  });

  test('a district reads the whole\'s words on its own page, and neither the whole\'s page nor another district\'s', async () => {
    const head = await signInAs(app, 'yuhua-head');
    const page = await head.get(`/tasks/${(await childOf('yuhua')).id}`);
    expect([page.text.includes('所属全市任务'), page.text.includes('不足 5 个'), page.text.includes('<dt>规划原文'), page.text.includes(`href="/tasks/${id}"`)]).toEqual([true, true, true, false]);
    expect([(await head.get(`/tasks/${id}`)).status, (await head.get(`/tasks/${(await childOf('changshaxian')).id}`)).status]).toEqual([404, 404]);
    await expect(findTask(context, matter.person('yuhua-head'), id)).rejects.toThrow(NotFound);
    expect(await rollUpOf(context, matter.person('yuhua-head'), id)).toBeNull();
  });

  test('targets are typed on a draft, what is wrong stands there again, and after the hand-over there is nothing to type', async () => {
    const other = await draft();
    const [supervisor, yuhua, changsha] = [await signInAs(app, 'duchashi'), `target${matter.unit('yuhua')}`, `target${matter.unit('changshaxian')}`];
    const wrong = await supervisor.post(`/tasks/${other}/shares`, { version: '1', [yuhua]: '四十', [changsha]: '70' });
    expect([wrong.status, wrong.text.includes('value="四十"')]).toEqual([422, true]);
    const { version: seen } = await context.db.task.findUniqueOrThrow({ where: { id: other } });
    expect((await supervisor.post(`/tasks/${other}/shares`, { version: String(seen), [yuhua]: '40', [changsha]: '70' })).status).toBe(303);
    expect((await supervisor.get(`/tasks/${other}/shares`)).text).toContain('比全市目标 100个 多 10个');
    expect((await supervisor.post(`/tasks/${other}/shares`, { version: String(seen), [yuhua]: '1', [changsha]: '1' })).status).toBe(409);
    expect((await supervisor.get(`/tasks/${id}/shares`)).status).toBe(404);
  });

  test('the group\'s median is shown from five reporting districts on and carries no names (R29)', async () => {
    const parent = await context.db.task.findUniqueOrThrow({ where: { id } });
    const like = await context.db.task.findFirstOrThrow({ where: { parentId: id, leadUnitId: matter.unit('yuhua') }, omit: { id: true } });
    for (const [i, progress] of [10, 20, 30, 40, 90].entries()) {
      const unit = await context.db.unit.create({ data: { code: `qu${i}`, name: `某区${i}`, shortName: `某区${i}`, kind: 'district', sort: 100 + i, pinyin: `qu${i}`, initials: `q${i}` } });
      const task = await context.db.task.create({ data: { ...like, number: `${parent.number ?? ''}-9${i}`, leadUnitId: unit.id, assignments: { create: { unitId: unit.id, role: 'lead', dueOn: '2023-12-31' } } }, include: { assignments: true } });
      await context.db.filing.create({ data: { taskId: task.id, assignmentId: task.assignments[0]?.id ?? 0, period: '2023-05', status: 'accepted', progress, value: progress, dueOn: '2023-06-05', originalDueOn: '2023-06-05', done: '完成', problems: '', nextSteps: '', coordination: '', draftedById: 1, draftedAt: context.clock.now(), writerIds: '[]', round: 1 } });
    }
    const view = await districtViewOf(context, matter.person('yuhua-head'), (await childOf('yuhua')).id);
    expect(view).toMatchObject({ districts: 7, progress: { median: 30, n: 5 }, value: { median: 30, n: 5 } });
    expect(JSON.stringify(view)).not.toContain('某区');
  });
});
