import { dayOf, instantAt } from '../../src/kernel/clock.ts';
import { Conflict, Forbidden, Refused } from '../../src/kernel/errors.ts';
import { expectedOn } from '../../src/lights/expected-progress.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { archiveTask } from '../../src/tasks/archive-task.ts';
import { closePhase } from '../../src/tasks/close-phase.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { confirmEnding } from '../../src/tasks/confirm-ending.ts';
import { endStanding } from '../../src/tasks/end-standing.ts';
import { proposeEnding } from '../../src/tasks/propose-ending.ts';
import { reportMilestone } from '../../src/tasks/report-milestone.ts';
import { refuseEnding } from '../../src/tasks/refuse-ending.ts';
import { resumeTask } from '../../src/tasks/resume-task.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { suspendTask } from '../../src/tasks/suspend-task.ts';
import { takeBackEnding } from '../../src/tasks/take-back-ending.ts';
import { courseOfRow } from '../../src/tasks/task-course.ts';
import type { EndingKind } from '../../src/tasks/task-ending.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter, type TaskWishes } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const ALONE: TaskWishes = { districtIds: [], supportIds: [] };

describe.each(databases)('how tasks end on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  const task = (id: number) => context.db.task.findUniqueOrThrow({ where: { id }, include: { children: { orderBy: { id: 'asc' } } } });
  const version = async (id: number): Promise<number> => (await task(id)).version;
  const on = (day: string): void => { context.clock.set(instantAt(day, '10:00')); };
  const handOver = async (wishes: TaskWishes = {}): Promise<number> => {
    const id = await handOverTask(context, matter, matter.sentenceIds, wishes);
    await signEverywhere(context, matter, id);
    return id;
  };
  const propose = async (id: number, what: EndingKind, survivor = ''): Promise<void> => proposeEnding(context, matter.person('duchashi'), id, { version: await version(id), kind: what, reason: '机构调整', survivor });
  const confirm = async (id: number, login = 'duchashi2'): Promise<void> => confirmEnding(context, matter.person(login), id, { version: await version(id), remark: '同意' });
  const suspend = async (id: number): Promise<void> => suspendTask(context, matter.person('duchashi'), id, { version: await version(id), reason: '用地未批', lookAgainOn: '2023-10-01' });
  const resume = async (id: number): Promise<void> => resumeTask(context, matter.person('duchashi'), id, { version: await version(id), addDays: true, note: '用地已批' });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  beforeEach(() => { on('2023-06-15'); });
  afterAll(() => context.done());

  test('a suspended task is grey and in nobody\'s hands, and so are its districts\' that are under way', async () => {
    const id = await handOver();
    await suspend(id);
    const parent = await task(id);
    for (const each of [parent, ...parent.children]) expect(each).toMatchObject({ status: 'suspended', turn: 'none', yellowFrom: null, redFrom: null });
    expect(await context.db.assignment.count({ where: { task: { OR: [{ id }, { parentId: id }] }, nextDueOn: { not: null } } })).toBe(0);
  });

  test('resumed after 78 days it goes on where it was, the days added, the original deadline kept and nothing owed for the time between', async () => {
    on('2023-02-10');
    const id = await handOver({ deadline: '2023-11-30' });
    await suspend(id);
    on('2023-04-29');
    await resume(id);
    const parent = await task(id);
    for (const each of [parent, ...parent.children]) expect(each).toMatchObject({ status: 'underway', originalDeadline: '2023-11-30', deadline: '2024-02-16' });
    const lead = await context.db.assignment.findFirstOrThrow({ where: { taskId: id, role: 'lead' } });
    expect(lead).toMatchObject({ dueOn: '2024-02-16', nextDueOn: '2023-02-06', secondDueOn: '2023-05-05' }); // January was owed before, April is again
  });

  test('its milestones move with the deadline, the old ones kept with the reason; nothing more is expected than on the day it was suspended', async () => {
    const milestones = [{ row: 1, day: '2023-02-01', title: '方案印发', percent: 10 }, { row: 2, day: '2023-06-30', title: '主体完工', percent: 60 }];
    on('2023-02-10');
    const id = await handOver({ ...ALONE, deadline: '2023-11-30', milestones });
    const expected = async (): Promise<number> => expectedOn(courseOfRow(await task(id)), dayOf(context.clock.now()));
    const then = await expected();
    await suspend(id);
    on('2023-04-29');
    expect(await expected()).toBe(then);
    await resume(id);
    expect(await expected()).toBe(then);
    const kept = await context.db.milestone.findMany({ where: { taskId: id }, orderBy: { id: 'asc' }, select: { day: true, title: true, retireReason: true } });
    expect(kept.map((m) => [m.day, m.title, m.retireReason])).toEqual([['2023-02-01', '方案印发', null], ['2023-06-30', '主体完工', '中止后恢复，顺延 78 天'], ['2023-09-16', '主体完工', null]]);
  });

  test('resumed without added days, deadline and milestones stay, and what was reported of a milestone goes along where they move', async () => {
    const milestones = [{ row: 1, day: '2023-08-31', title: '开工', percent: 30 }];
    const id = await handOver({ ...ALONE, milestones });
    const open = () => context.db.milestone.findFirstOrThrow({ where: { taskId: id, retiredAt: null } });
    await reportMilestone(context, matter.person('shangwu-head'), { taskId: id, milestoneId: (await open()).id }, { version: 1, doneOn: '2023-06-14', remark: '提前开工' });
    await suspend(id);
    on('2023-07-15');
    await resumeTask(context, matter.person('duchashi'), id, { version: await version(id), addDays: false, note: '' });
    expect([(await open()).day, (await task(id)).deadline]).toEqual(['2023-08-31', '2023-12-31']);
    await suspend(id);
    on('2023-07-25');
    await resume(id);
    expect(await open()).toMatchObject({ day: '2023-09-10', status: 'reported', doneOn: '2023-06-14', remark: '提前开工', reportedById: matter.person('shangwu-head').accountId });
  });

  test('the days added never reach beyond the plan', async () => {
    const id = await handOver({ ...ALONE, deadline: '2025-12-01', cycle: 'yearly' });
    await suspend(id);
    on('2023-12-15');
    await resume(id);
    expect(await task(id)).toMatchObject({ deadline: '2025-12-31', originalDeadline: '2025-12-01' });
  });

  test('a phase that is accepted leaves the task live with its deadline, whoever asked to close has his answer', async () => {
    const id = await handOver(ALONE);
    const phase = { title: '一期', standard: '一期已竣工', nextRequirement: '二期开工', nextDueOn: '2023-11-30' };
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(id), completion: '一期已竣工' });
    await closePhase(context, matter.person('duchashi'), id, { version: await version(id), ...phase });
    expect(await task(id)).toMatchObject({ status: 'underway', turn: 'lead', closedOn: null, deadline: '2023-12-31' });
    await expect(closePhase(context, matter.person('duchashi'), id, { version: await version(id), ...phase, nextDueOn: '2024-01-01' })).rejects.toThrow(Refused);
    expect(await context.db.phaseClosing.findMany({ where: { taskId: id }, select: { ordinal: true, closedOn: true } })).toEqual([{ ordinal: 1, closedOn: '2023-06-15' }]);
  });

  test('nobody confirms their own proposal, in no post of theirs; the database refuses it too', async () => {
    const id = await handOver(ALONE);
    await propose(id, 'withdraw');
    await expect(confirm(id, 'duchashi')).rejects.toThrow(Forbidden);
    const sameInAnotherPost = { ...matter.person('shizhang'), accountId: matter.person('duchashi').accountId };
    await expect(confirmEnding(context, sameInAnotherPost, id, { version: await version(id), remark: '' })).rejects.toThrow(Forbidden);
    await expect(context.db.taskEnding.updateMany({ where: { taskId: id }, data: { status: 'confirmed', decidedById: matter.person('duchashi').accountId } })).rejects.toThrow();
    expect((await task(id)).status).toBe('underway');
  });

  test('while it waits the light stays and no other ending is proposed; refused or taken back, the task goes on', async () => {
    const id = await handOver(ALONE);
    const before = await task(id);
    await propose(id, 'make_standing');
    expect(await task(id)).toMatchObject({ status: 'underway', yellowFrom: before.yellowFrom, redFrom: before.redFrom, turn: before.turn });
    await expect(propose(id, 'withdraw')).rejects.toThrow(Forbidden);
    await refuseEnding(context, matter.person('shizhang'), id, { version: await version(id), remark: '仍须推进' });
    await propose(id, 'withdraw');
    await expect(takeBackEnding(context, matter.person('duchashi2'), id, { version: await version(id), remark: '' })).rejects.toThrow(Forbidden);
    await takeBackEnding(context, matter.person('duchashi'), id, { version: await version(id), remark: '' });
    await expect(confirm(id)).rejects.toThrow(Conflict);
  });

  test('withdrawn, its districts go with it, but for those that had closed; the plan has a gap at once', async () => {
    const id = await handOver({ sentenceIds: matter.sentenceIds.slice(-1) });
    const sentenceId = matter.sentenceIds.at(-1);
    const states = async () => (await coverageOfPlan(context, matter.planId, '2023-06-15')).commitments.filter((c) => c.sentenceId === sentenceId).map((c) => c.state);
    const [first] = (await task(id)).children;
    await context.db.task.update({ where: { id: first?.id ?? 0 }, data: { status: 'closed', closedOn: '2023-06-01' } });
    expect(new Set(await states())).toEqual(new Set(['covered']));
    await propose(id, 'withdraw');
    await confirm(id, 'shizhang');
    expect((await task(id)).children.map((c) => c.status)).toEqual(['closed', 'withdrawn']);
    expect(new Set(await states())).toEqual(new Set(['gap']));
  });

  test('standing, it is still covered, grey and owes nothing', async () => {
    const id = await handOver({ sentenceIds: matter.sentenceIds.slice(-1) });
    await propose(id, 'make_standing');
    await confirm(id);
    const parent = await task(id);
    for (const each of [parent, ...parent.children]) expect(each).toMatchObject({ status: 'standing', turn: 'none', redFrom: null });
    const { commitments } = await coverageOfPlan(context, matter.planId, '2023-06-15');
    expect(new Set(commitments.filter((c) => c.sentenceId === matter.sentenceIds.at(-1)).map((c) => c.state))).toEqual(new Set(['covered']));
    await context.db.task.update({ where: { id }, data: { status: 'withdrawn' } }); // the others count on nobody carrying it
  });

  test.each([['2024-03-31', ['2023-02-01', '2023-09-08']], ['2023-11-20', ['2023-02-01', '2023-07-20']], ['2023-10-31', ['2023-02-01', '2023-06-30']]])('standing for 70 days and taken up again until %s, its milestones move as far as the deadline does, but no longer than it stood', async (deadline, days) => {
    const milestones = [{ row: 1, day: '2023-02-01', title: '方案印发', percent: 10 }, { row: 2, day: '2023-06-30', title: '主体完工', percent: 60 }];
    const id = await handOver({ ...ALONE, deadline: '2023-10-31', milestones });
    on('2023-03-01');
    await propose(id, 'make_standing');
    await confirm(id);
    on('2023-05-10');
    await endStanding(context, matter.person('duchashi'), id, { version: await version(id), deadline, reason: '恢复推进' });
    const held = await context.db.milestone.findMany({ where: { taskId: id, retiredAt: null }, orderBy: { day: 'asc' } });
    expect(held.map((m) => m.day)).toEqual(days);
    expect(expectedOn(courseOfRow(await task(id)), '2023-05-10')).toBe(expectedOn(courseOfRow(await task(id)), '2023-03-01'));
  });

  test('merged, its sentences are the surviving task\'s, and it points there', async () => {
    const [survivor, merged] = [await handOver({ ...ALONE, sentenceIds: matter.sentenceIds.slice(0, 1) }), await handOver({ ...ALONE, sentenceIds: matter.sentenceIds.slice(-1) })];
    const { number } = await task(survivor);
    await propose(merged, 'merge', number ?? '');
    await confirm(merged);
    expect(await task(merged)).toMatchObject({ status: 'merged', mergedIntoId: survivor });
    const sources = await context.db.taskSource.findMany({ where: { taskId: survivor }, orderBy: { sentenceId: 'asc' } });
    expect(sources.map((s) => s.sentenceId)).toEqual([matter.sentenceIds[0], matter.sentenceIds.at(-1)]);
    const { commitments } = await coverageOfPlan(context, matter.planId, '2023-06-15');
    expect(new Set(commitments.filter((c) => c.sentenceId === matter.sentenceIds.at(-1)).map((c) => c.state))).toEqual(new Set(['covered']));
  });

  test('a task is not merged into itself, into one that is unknown or ended, nor with districts still at work', async () => {
    const [one, whole] = [await handOver(ALONE), await handOver()];
    const { number } = await task(one);
    for (const survivor of ['', '长督交〔1999〕1号', number ?? '']) await expect(propose(one, 'merge', survivor)).rejects.toThrow(Refused);
    await expect(propose(whole, 'merge', number ?? '')).rejects.toThrow('tasks.error.merged_has_children');
  });

  test('a city\'s task is closed while districts go on, but not archived before they end; archived, it is closed to everybody', async () => {
    const id = await handOver();
    const close = async (): Promise<void> => closeTask(context, matter.person('duchashi'), id, { version: await version(id), standardMet: '1', note: '' });
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(id), completion: '已完成' });
    await close();
    expect((await task(id)).children.map((c) => c.status)).not.toContain('closed');
    await expect(archiveTask(context, matter.person('duchashi'), id, { version: await version(id) })).rejects.toThrow('tasks.why_not.children_ended');
    await context.db.task.updateMany({ where: { parentId: id }, data: { status: 'closed', closedOn: '2023-06-01' } });
    await archiveTask(context, matter.person('duchashi'), id, { version: await version(id) });
    expect(await task(id)).toMatchObject({ status: 'archived', progress: 100, closedOn: '2023-06-15' });
    const wish = { leaderId: null, givenOn: '2023-06-15', text: '抓紧', dueOn: '2023-07-01' };
    await expect(registerInstruction(context, matter.person('shizhang'), id, wish)).rejects.toThrow('tasks.why_not.archived');
  });
});
