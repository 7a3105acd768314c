import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { dayOf, instantAt } from '../../src/kernel/clock.ts';
import { Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { changeMilestones } from '../../src/tasks/change-milestones.ts';
import { decideOverride } from '../../src/tasks/decide-override.ts';
import { heldLight } from '../../src/tasks/light-override.ts';
import { LIGHT_PARTS } from '../../src/tasks/light-facts.ts';
import { complaintsAboutMilestones } from '../../src/tasks/milestone.ts';
import { overrideLight } from '../../src/tasks/override-light.ts';
import { proposeMilestones } from '../../src/tasks/propose-milestones.ts';
import { reportMilestone } from '../../src/tasks/report-milestone.ts';
import { sendBackMilestone } from '../../src/tasks/send-back-milestone.ts';
import { verdictOn } from '../../src/tasks/task-verdict.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

const WAY = [{ row: 1, day: '2023-06-10', title: '主体封顶', percent: 50 }, { row: 2, day: '2023-09-30', title: '竣工验收', percent: 90 }];

describe.each(databases)('milestones on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let id: number;
  const task = () => context.db.task.findUniqueOrThrow({ where: { id }, include: { milestones: { orderBy: { id: 'asc' } } } });
  const first = async () => ({ taskId: id, milestoneId: (await task()).milestones[0]?.id ?? 0 });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
  });
  beforeEach(async () => {
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], cycle: 'once', milestones: WAY });
    await signEverywhere(context, matter, id);
  });
  afterAll(() => context.done());

  test('the day after one that nobody reached the light is yellow; reported it is not, sent back it is again (R17)', async () => {
    expect((await task()).yellowFrom).toBe('2023-06-11');
    await reportMilestone(context, matter.person('shangwu-head'), await first(), { version: 1, doneOn: '2023-06-12', remark: '已封顶' });
    expect((await task()).yellowFrom).toBe('2023-10-01');
    await sendBackMilestone(context, matter.person('duchashi'), await first(), { version: 2, reason: '现场未封顶' });
    expect((await task()).yellowFrom).toBe('2023-06-11');
  });

  test('after the hand-over only a supervisor changes them, with a reason; the old ones are kept and cannot be rewritten', async () => {
    const change = async () => ({ version: (await task()).version, reason: '工期调整', milestones: [{ row: 1, day: '2023-07-31', title: '主体封顶', percent: 50 }, ...WAY.slice(1)] });
    await expect(changeMilestones(context, matter.person('shangwu-head'), id, await change())).rejects.toThrow(Forbidden);
    await changeMilestones(context, matter.person('duchashi'), id, await change());
    expect((await task()).milestones.map((m) => [m.day, m.retireReason])).toEqual([['2023-06-10', '工期调整'], ['2023-09-30', null], ['2023-07-31', null]]);
    expect((await task()).yellowFrom).toBe('2023-08-01');
    await expect(context.db.milestone.updateMany({ where: { taskId: id }, data: { percent: 1 } })).rejects.toThrow();
    await expect(context.db.milestone.deleteMany({ where: { taskId: id } })).rejects.toThrow();
    await expect(changeMilestones(context, matter.person('duchashi'), id, await change())).rejects.toThrow(Refused);
  });

  describe('a binding one that is not reached when its year ends (R16, R20)', () => {
    const version = async (): Promise<number> => (await task()).version;
    const green = async (expiresOn: string): Promise<void> => overrideLight(context, matter.person('duchashi'), id, { version: await version(), light: 'green', reason: '已核实', expiresOn });
    beforeEach(async () => {
      const milestones = [{ row: 1, day: '2023-06-10', title: '建成50个', percent: 5, binding: true }];
      id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], cycle: 'once', deadline: '2025-12-31', milestones });
      await signEverywhere(context, matter, id);
    });
    afterEach(() => { context.clock.set(instantAt('2023-06-15', '09:00')); });

    test('is red from midnight of New Year on, and the page says why', async () => {
      expect(await task()).toMatchObject({ yellowFrom: '2023-06-11', redFrom: '2024-01-01' });
      context.clock.set(new Date('2023-12-31T23:59:59+08:00'));
      expect((verdictOn(context, await context.db.task.findUniqueOrThrow({ where: { id }, include: LIGHT_PARTS })))?.light).toBe('yellow');
      context.clock.set(instantAt('2024-01-01', '00:00'));
      const page = (await (await signInAs(app, 'duchashi')).get(`/tasks/${id}`)).text;
      expect([page.includes('约束性阶段目标“建成50个”应于 2023-06-10 完成'), page.includes('>约束性<')]).toEqual([true, true]);
    });

    test('takes the green that was set before away, cannot be set to green any more, and stays until it is reached', async () => {
      context.clock.set(instantAt('2023-12-01', '09:00'));
      await green('2024-02-01');
      const held = async () => heldLight({ status: 'in_force', light: 'green', expiresOn: '2024-02-01' }, 'red', await task(), dayOf(context.clock.now()));
      expect(await held()).toBe('green');
      context.clock.set(instantAt('2024-01-01', '00:00'));
      expect(await held()).toBeNull();
      await decideOverride(context, matter.person('duchashi'), id, { version: await version(), remark: '' }, 'lift');
      await expect(green('2024-02-01')).rejects.toThrow('tasks.error.override_binding');
      await expect(changeMilestones(context, matter.person('duchashi'), id, { version: await version(), reason: '改期', milestones: [] })).rejects.toThrow('tasks.error.milestone_target_missed');
      await reportMilestone(context, matter.person('shangwu-head'), await first(), { version: 1, doneOn: '2024-01-01', remark: '已建成' });
      expect((await task()).redFrom).not.toBe('2024-01-01');
    });
  });

  test('nobody else reports one, nobody reports tomorrow, and another unit does not know of it', async () => {
    const wish = { version: 1, doneOn: '2023-06-12', remark: '已封顶' };
    await expect(reportMilestone(context, matter.person('shangwu'), await first(), wish)).rejects.toThrow('tasks.why_not.milestone.report');
    await expect(reportMilestone(context, matter.person('shangwu-head'), await first(), { ...wish, doneOn: '2023-06-16' })).rejects.toThrow(Refused);
    await expect(reportMilestone(context, matter.person('yuhua-head'), await first(), wish)).rejects.toThrow(NotFound);
  });

  test('a supervisor drafts lines without scripts, sees a wrong one again, and the page says why it is yellow', async () => {
    const supervisor = await signInAs(app, 'duchashi');
    const draft = { title: '滨河步道', requirement: '建成', standard: '验收', startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'once', leadId: String(matter.unit('shangwu')), sentenceIds: String(matter.sentenceIds[0]), rollup: 'all' };
    const wrong = await supervisor.post('/tasks', { ...draft, milestoneDay1: '2024-06-10', milestoneTitle1: '贯通', milestonePercent1: '40' });
    expect([wrong.status, wrong.text.includes('节点日期应在'), wrong.text.includes('value="贯通"')]).toEqual([422, true, true]);
    const made = await supervisor.post('/tasks', { ...draft, milestoneDay1: '2023-05-10', milestoneTitle1: '贯通', milestonePercent1: '40', milestoneBinding1: '1' });
    const page = await supervisor.get(made.headers['location'] as string);
    expect([made.status, page.text.includes('贯通'), page.text.includes('应达 40%'), page.text.includes('>约束性<')]).toEqual([303, true, true, true]);
    expect((await supervisor.get(`/tasks/${id}`)).text).toContain('节点“主体封顶”应于 2023-06-10 完成');
  });

  test('the head reports one on its page and a supervisor confirms it from the desk', async () => {
    const { milestoneId } = await first();
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.post(`/tasks/${id}/milestones/${milestoneId}/report`, { version: '1', doneOn: '2023-06-12', remark: '已封顶' })).status).toBe(303);
    const supervisor = await signInAs(app, 'duchashi');
    expect((await supervisor.get('/')).text).toContain(`/tasks/${id}/milestones/${milestoneId}`);
    expect((await supervisor.post(`/tasks/${id}/milestones/${milestoneId}/confirmation`, { version: '2' })).status).toBe(303);
    expect((await task()).milestones[0]).toMatchObject({ status: 'confirmed', doneOn: '2023-06-12' });
  });
});

test('a set of milestones lies within the task, one a day, and rises', () => {
  const keys = (rows: [day: string, percent: number][]) => complaintsAboutMilestones(rows.map(([day, percent], i) => ({ row: i + 1, day, title: '节点', percent })), { startOn: '2023-01-01', deadline: '2023-12-31' }).map((c) => [c.key.replace('tasks.error.milestone_', ''), c.field]);
  expect(keys([['2023-09-30', 80], ['2023-03-31', 20]])).toEqual([]);
  expect(keys([['2023-01-01', 10]])).toEqual([['outside', 'milestoneDay1']]);
  expect(keys([['2023-03-31', 20], ['2023-03-31', 30]])).toEqual([['same_day', 'milestoneDay2']]);
  expect(keys([['2023-03-31', 20], ['2023-06-30', 20]])).toEqual([['falls', 'milestonePercent2']]);
});

test('where the plan states several years, they are proposed as milestones (R3)', () => {
  const text = '到二○二二年建成50个示范街区，2023年底前建成80个，到2025年全市覆盖。';
  expect(proposeMilestones(text, '2021-03-01', '2025-12-31')).toEqual([{ day: '2022-12-31', title: '到二○二二年建成50个示范街区', percent: 38, binding: false }, { day: '2023-12-31', title: '2023年底前建成80个', percent: 59, binding: false }]);
  expect(proposeMilestones('2022年底前建成50个，到2025年全市覆盖。', '2021-03-01', '2025-12-31', true).map((m) => m.binding)).toEqual([true]);
  expect(proposeMilestones('比2020年增长，到2025年完成。', '2021-03-01', '2025-12-31')).toEqual([]);
});
