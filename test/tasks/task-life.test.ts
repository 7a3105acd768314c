import { instantAt } from '../../src/kernel/clock.ts';
import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { LIGHT_PARTS } from '../../src/tasks/light-facts.ts';
import { verdictOn } from '../../src/tasks/task-verdict.ts';
import { owedFilings } from '../../src/filings/owed-filings.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { settleAnew } from '../../src/tasks/settle-anew.ts';
import { returnTask } from '../../src/tasks/return-task.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const NEXT_YEAR = {
  title: '新年任务', requirement: '按季推进', standard: '年度验收', contact: '', startOn: '2024-01-01', deadline: '2024-12-31', cycle: 'quarterly' as const,
  responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all' as const,
};

describe.each(databases)('the life of a task on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let id: number;
  const version = async (): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id } })).version;
  const task = () => context.db.task.findUniqueOrThrow({ where: { id }, include: { assignments: true, extensions: true, holderSpans: { orderBy: { id: 'asc' } } } });
  const wish = async (toDeadline: string) => ({ version: await version(), toDeadline, reason: '用地报批延后', progressNote: '已完成六成' });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  beforeEach(async () => {
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], deadline: '2023-08-31' });
    await signEverywhere(context, matter, id);
  });
  afterAll(() => context.done());

  test('districts get one child each with the parent\'s number behind it (R1)', async () => {
    const parent = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, include: { children: { orderBy: { id: 'asc' } } } });
    expect(parent.number).toMatch(/^长督交〔2023〕\d+号$/);
    expect(parent.children.map((c) => c.number)).toEqual([`${parent.number ?? ''}-1`, `${parent.number ?? ''}-2`]);
  });

  test('handed over long after its planned start it is not red on the same day: the three months run from the hand-over (R16)', async () => {
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], cycle: 'once', handedOverOn: '2023-06-01' });
    expect(await task()).toMatchObject({ startOn: '2023-01-01', redFrom: '2023-09-02' });
  });

  test('New Year: the old year\'s last minute is its deadline\'s and its series\', the first of the new one is late, opens December\'s report and counts from one (R1, R5, R16)', async () => {
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], startOn: '2023-11-01', deadline: '2023-12-31', handedOverOn: '2023-11-01' });
    await signEverywhere(context, matter, id);
    const at = async (instant: string) => {
      context.clock.set(new Date(`${instant}+08:00`));
      const { id: draft } = await createTask(context, matter.person('duchashi'), { ...NEXT_YEAR, leadId: matter.unit('shangwu'), sentenceIds: matter.sentenceIds.slice(0, 1) });
      const light = verdictOn(context, await context.db.task.findUniqueOrThrow({ where: { id }, include: LIGHT_PARTS }))?.rule;
      const december = (await owedFilings(context, matter.person('shangwu'))).some((f) => f.taskId === id && f.period === '2023-12' && f.dueOn === '2024-01-05');
      return [light === 'past_deadline', december, (await issueTask(context, matter.person('duchashi'), draft, { version: 1 })).number.replace(/\d+号/, (n) => (n === '1号' ? n : 'n号'))];
    };
    expect([await at('2023-12-31T23:59:59'), await at('2024-01-01T00:00:00')]).toEqual([[false, false, '长督交〔2023〕n号'], [true, true, '长督交〔2024〕1号']]);
    context.clock.set(instantAt('2023-06-15', '09:00'));
  });

  test('after an update of the program what is stored beside the facts is derived anew, once, and nobody has acted', async () => {
    const [before, branch] = [await task(), { taskId: id, role: 'lead' }];
    const spoil = async (): Promise<void> => {
      await context.db.assignment.updateMany({ where: branch, data: { nextDueOn: '2020-01-01', redFrom: '2020-01-01' } });
      await context.db.task.update({ where: { id }, data: { redFrom: '2020-01-01' } });
    };
    await context.db.setting.deleteMany({ where: { key: 'tasks-derivation' } });
    await spoil();
    expect(await settleAnew(context)).toBeGreaterThan(1);
    expect(await task()).toEqual(before);
    await spoil();
    expect([await settleAnew(context), (await task()).redFrom]).toEqual([0, '2020-01-01']);
  });

  test('the lead\'s signature sets it underway; a second one finds it signed', async () => {
    expect((await task()).status).toBe('underway');
    await expect(signAssignment(context, matter.person('shangwu-head'), id)).rejects.toThrow('tasks.why_not.unsigned_branch');
  });

  test('a clerk, another unit and a district cannot sign', async () => {
    await expect(signAssignment(context, matter.person('shangwu'), id)).rejects.toThrow(Forbidden);
    await expect(signAssignment(context, matter.person('yuhua-head'), id)).rejects.toThrow(NotFound);
  });

  test('closing: asked by the head, returned once, asked again, closed on the day it was handed in (R9)', async () => {
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(), completion: '已完成' });
    await returnTask(context, matter.person('duchashi'), id, { version: await version(), reason: '缺少佐证' });
    expect(await task()).toMatchObject({ status: 'underway', returnReason: '缺少佐证', turn: 'lead' });
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(), completion: '已补充' });
    context.clock.set(instantAt('2023-06-20', '10:00'));
    await closeTask(context, matter.person('duchashi'), id, { version: await version(), standardMet: '1', note: '' });
    context.clock.set(instantAt('2023-06-15', '09:00'));
    expect(await task()).toMatchObject({ status: 'closed', closedOn: '2023-06-15', turn: 'none' });
  });

  test('nobody but a supervisor closes, and nobody closes what was not handed in', async () => {
    await expect(closeTask(context, matter.person('shangwu-head'), id, { version: await version(), standardMet: '1', note: '' })).rejects.toThrow(Forbidden);
    await expect(closeTask(context, matter.person('duchashi'), id, { version: await version(), standardMet: '1', note: '' })).rejects.toThrow(Conflict);
  });

  test('whoever asked to close in one post cannot close in another (four eyes)', async () => {
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(), completion: '已完成' });
    const samePerson = { ...matter.person('duchashi'), accountId: matter.person('shangwu-head').accountId };
    await expect(closeTask(context, samePerson, id, { version: await version(), standardMet: '1', note: '' })).rejects.toThrow('tasks.why_not.other_person');
  });

  test('an extension moves the deadline, keeps the original and is hatched while pending (R11–R13)', async () => {
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-10-31'));
    expect(await task()).toMatchObject({ deadline: '2023-08-31', extensionPending: true, turn: 'supervisor' });
    await decideExtension(context, matter.person('duchashi'), id, { version: await version(), decision: 'granted', reason: '' });
    expect(await task()).toMatchObject({ originalDeadline: '2023-08-31', deadline: '2023-10-31', extensionPending: false });
    expect((await task()).assignments.find((a) => a.role === 'lead')?.dueOn).toBe('2023-10-31');
  });

  test('no extension after the deadline, beyond the plan, or backwards (R13, R14)', async () => {
    const head = matter.person('shangwu-head');
    await expect(askExtension(context, head, id, await wish('2026-01-01'))).rejects.toThrow(Refused);
    await expect(askExtension(context, head, id, await wish('2023-08-31'))).rejects.toThrow(Refused);
    context.clock.set(instantAt('2023-11-02', '09:00'));
    await expect(askExtension(context, head, id, await wish('2023-12-30'))).rejects.toThrow('tasks.why_not.before_deadline');
    context.clock.set(instantAt('2023-06-15', '09:00'));
  });

  test('a refusal needs a reason', async () => {
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-10-31'));
    await expect(decideExtension(context, matter.person('duchashi'), id, { version: await version(), decision: 'refused', reason: '' })).rejects.toThrow(Refused);
  });

  test('an act on a version that somebody has changed meanwhile is a conflict and changes nothing', async () => {
    const stale = await version();
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-10-31'));
    await expect(decideExtension(context, matter.person('duchashi'), id, { version: stale, decision: 'granted', reason: '' })).rejects.toThrow(Conflict);
    expect((await task()).deadline).toBe('2023-08-31');
  });

  test('the days in everybody\'s hands join without gap', async () => {
    await submitTask(context, matter.person('shangwu-head'), id, { version: await version(), completion: '已完成' });
    const spans = (await task()).holderSpans;
    spans.slice(1).forEach((span, i) => { expect(span.since).toEqual(spans[i]?.until); });
    expect(spans.map((s) => s.holder)).toEqual(['supervisor', 'lead', 'supervisor']);
    expect(spans.at(-1)?.until).toBeNull();
  });
});
