import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { addBranch } from '../../src/tasks/add-branch.ts';
import { ledgerRows } from '../../src/tasks/ledger-queries.ts';
import { NO_FILTER } from '../../src/tasks/ledger-filter.ts';
import { waitingFor } from '../../src/tasks/waiting-words.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

describe.each(databases)('the branches of a task on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let visitor: Record<'duchashi' | 'shangwu-head' | 'fagai-head' | 'fagai', Visitor>;
  const branchOf = (taskId: number, unit: string) => context.db.assignment.findUniqueOrThrow({ where: { taskId_unitId: { taskId, unitId: matter.unit(unit) } } });
  const send = async (who: keyof typeof visitor, taskId: number, unit: string, path: string, fields: Record<string, string>) => {
    const { id, version } = await branchOf(taskId, unit);
    return visitor[who].post(`/tasks/${String(taskId)}/branches/${String(id)}/${path}`, { version: String(version), ...fields });
  };
  const pageOf = async (who: keyof typeof visitor, taskId = matter.taskId): Promise<string> => (await visitor[who].get(`/tasks/${String(taskId)}/branches`)).text;

  const nextOn = async (id: number): Promise<string> => /下一步：([^<]+)</.exec((await visitor.duchashi.get(`/tasks/${String(id)}`)).text)?.[1]?.trim() ?? '';

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    const signIn = (login: keyof typeof visitor) => signInAs(app, login);
    visitor = { duchashi: await signIn('duchashi'), 'shangwu-head': await signIn('shangwu-head'), 'fagai-head': await signIn('fagai-head'), fagai: await signIn('fagai') };
  });
  afterEach(() => { context.clock.set(instantAt('2023-06-15', '09:00')); });
  afterAll(() => context.done());

  test('an objection from the unit\'s page to the supervisor\'s desk, and what was decided back to the unit', async () => {
    const id = await handOverTask(context, matter, matter.sentenceIds, { title: '另一件事', handedOverOn: '2023-06-14', districtIds: [] });
    expect((await send('fagai-head', id, 'fagai', 'objection', { reason: '' })).status).toBe(422);
    expect((await send('fagai-head', id, 'fagai', 'objection', { reason: '职责在商务部门' })).status).toBe(303);
    expect((await visitor.duchashi.get('/')).text).toContain('职责异议待裁定');
    expect([(await pageOf('duchashi', id)).includes('2023-06-20'), (await nextOn(id)).includes('牵头单位负责人签收')]).toEqual([true, true]);
    expect((await send('duchashi', id, 'fagai', 'arbitration', { ruling: 'dismiss', reason: '三定方案第五条' })).status).toBe(303);
    expect((await visitor['fagai-head'].get('/')).text).toContain('三定方案第五条');
  });

  test('a unit added to a running task owes reports from then on, not for the months before it was asked', async () => {
    const id = await handOverTask(context, matter, matter.sentenceIds, { title: '年中增加单位', districtIds: [], supportIds: [] });
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id } });
    await addBranch(context, matter.person('duchashi'), id, { version, unitId: matter.unit('fagai'), role: 'responsible', dueOn: '2023-12-31', reason: '部门调整' });
    expect(await branchOf(id, 'fagai')).toMatchObject({ nextDueOn: '2023-07-05', redFrom: '2023-08-08' });
    expect((await branchOf(id, 'shangwu')).nextDueOn).toBe('2023-02-06');
    expect((await visitor.duchashi.get(`/tasks/${String(id)}`)).text).toContain('下期 2023年6月，2023-07-05 前报');
  });

  test('a supervisor whose draft another has saved meanwhile keeps what was typed beside what is saved now', async () => {
    const edit = { title: '甲', requirement: '建成', standard: '验收', contact: '', startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'once', leadId: String(matter.unit('shangwu')), rollup: 'all', rollupNeeded: '', valueTarget: '', valueUnit: '' };
    const made = await visitor.duchashi.post('/tasks', { ...edit, sentenceIds: String(matter.sentenceIds[0]) });
    const path = made.headers['location'] as string;
    expect((await visitor.duchashi.post(path, { ...edit, title: '先改的', version: '1' })).status).toBe(303);
    const late = await (await signInAs(app, 'duchashi2')).post(path, { ...edit, title: '后改的', version: '1' });
    expect([late.status, late.text.includes('value="后改的"'), late.text.includes('现在保存的是：先改的')]).toEqual([409, true, true]);
    expect((await visitor.duchashi.get(path)).text).toContain('也提交了修改');
  });

  test('the page says whose decision is next: on the lead\'s objection, on its extension, the leader\'s after the supervisor\'s', async () => {
    const id = await handOverTask(context, matter, matter.sentenceIds, { title: '第三件事', handedOverOn: '2023-06-14', districtIds: [], supportIds: [] });
    await send('shangwu-head', id, 'shangwu', 'objection', { reason: '职责不清' });
    expect(await nextOn(id)).toBe('督查室裁定职责异议');
    await send('duchashi', id, 'shangwu', 'arbitration', { ruling: 'dismiss', reason: '三定方案' });
    await visitor['shangwu-head'].post(`/tasks/${String(id)}/signature`);
    const act = async (who: keyof typeof visitor, path: string, fields: Record<string, string>) =>
      visitor[who].post(`/tasks/${String(id)}/${path}`, { version: String((await context.db.task.findUniqueOrThrow({ where: { id } })).version), ...fields });
    await act('shangwu-head', 'extension', { toDeadline: '2024-06-28', reason: '资金推迟', progressNote: '前期完成' });
    expect(await nextOn(id)).toBe('督查室审批延期申请');
    await act('duchashi', 'extension/decision', { decision: 'granted', reason: '属实' });
    expect(await nextOn(id)).toBe('市领导审批延期申请');
  });

  test('a supporting unit asks the lead for a later day; only the lead\'s head answers, never beyond the task\'s deadline', async () => {
    const { dueOn } = await branchOf(matter.taskId, 'fagai');
    expect(dueOn < '2023-12-31').toBe(true);
    expect((await send('fagai-head', matter.taskId, 'fagai', 'due-date', { toDueOn: '2024-01-05', reason: '数据未出' })).status).toBe(422);
    expect((await send('fagai-head', matter.taskId, 'fagai', 'due-date', { toDueOn: '2023-12-31', reason: '数据未出' })).status).toBe(303);
    expect((await visitor['shangwu-head'].get('/')).text).toContain('配合单位期限申请待答复');
    expect((await send('fagai-head', matter.taskId, 'fagai', 'due-date/decision', { decision: 'granted' })).status).toBe(403);
    expect((await send('shangwu-head', matter.taskId, 'fagai', 'due-date/decision', { decision: 'granted' })).status).toBe(303);
    expect([(await branchOf(matter.taskId, 'fagai')).dueOn, (await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).deadline]).toEqual(['2023-12-31', '2023-12-31']);
  });

  test('the head gives the branch to a person, whose desk shows it; how it was is kept', async () => {
    await send('fagai-head', matter.taskId, 'fagai', 'handler', { office: '贸易处', accountId: '', note: '' });
    const clerk = matter.person('fagai');
    await send('fagai-head', matter.taskId, 'fagai', 'handler', { office: '贸易处', accountId: String(clerk.accountId), note: '按月报数' });
    expect((await visitor.fagai.get('/')).text).toContain('交我承办');
    expect(await context.db.handling.findMany({ select: { accountId: true, endedAt: true }, orderBy: { id: 'asc' } })).toEqual([{ accountId: null, endedAt: context.clock.now() }, { accountId: clerk.accountId, endedAt: null }]);
    expect((await send('fagai-head', matter.taskId, 'fagai', 'handler', { accountId: String(matter.person('shangwu').accountId) })).status).toBe(422);
  });

  test('a supporting unit that is behind does not redden the lead: the page and the ledger say whom it waits for', async () => {
    const task = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, include: { assignments: { include: { unit: true } } } });
    const waiting = waitingFor(task, '2023-06-15');
    expect(waiting).toMatchObject({ unit: '市发展改革委', count: 1 });
    expect((await ledgerRows(context, matter.person('duchashi'), NO_FILTER, 50)).find((row) => row.id === matter.taskId)?.waiting).toEqual(waiting);
    for (const path of [`/tasks/${String(matter.taskId)}`, '/tasks']) expect((await visitor.duchashi.get(path)).text).toContain('待配合：市发展改革委（已等');
  });

  test('a unit that has reported all of its part is not late with it while the lead goes on, and does not turn the lead yellow', async () => {
    const id = await handOverTask(context, matter, matter.sentenceIds, { title: '分工先完成', districtIds: [], supportIds: [], responsibleIds: [matter.unit('fagai')], cycle: 'once' });
    for (const head of ['shangwu-head', 'fagai-head'] as const) await visitor[head].post(`/tasks/${String(id)}/signature`);
    const { version } = await branchOf(id, 'fagai');
    await visitor.duchashi.post(`/tasks/${String(id)}/branches/${String((await branchOf(id, 'fagai')).id)}/change`, { version: String(version), role: 'responsible', dueOn: '2023-06-20', reason: '先行完成' });
    const turns = async () => [(await branchOf(id, 'fagai')).redFrom, (await context.db.task.findUniqueOrThrow({ where: { id } })).yellowFrom];
    expect(await turns()).toEqual(['2023-06-21', '2023-06-21']);
    await visitor['fagai-head'].post(`/tasks/${String(id)}/filings/once/submission`, { version: '0', progress: '100', done: '分工全部完成', problems: '', nextSteps: '' });
    expect(await turns()).toEqual([null, '2023-12-24']);
  });

  test('a supervisor adds a unit, changes it and takes it off; its row stays, and it reports no more', async () => {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    const fields = { version: String(version), unitId: String(matter.unit('gongxin')), role: 'support', dueOn: '2023-10-31', reason: '涉及工业企业' };
    expect((await visitor['shangwu-head'].post(`/tasks/${String(matter.taskId)}/branches`, fields)).status).toBe(403);
    expect((await visitor.duchashi.post(`/tasks/${String(matter.taskId)}/branches`, fields)).status).toBe(303);
    expect((await send('duchashi', matter.taskId, 'gongxin', 'change', { role: 'responsible', dueOn: '2024-01-31', reason: '提高要求' })).status).toBe(422);
    expect((await send('duchashi', matter.taskId, 'gongxin', 'change', { role: 'responsible', dueOn: '2023-11-30', reason: '提高要求' })).status).toBe(303);
    expect((await send('duchashi', matter.taskId, 'gongxin', 'removal', { reason: '职能调整' })).status).toBe(303);
    expect(await branchOf(matter.taskId, 'gongxin')).toMatchObject({ role: 'former', dueOn: '2023-11-30', nextDueOn: null, redFrom: null });
    expect((await send('duchashi', matter.taskId, 'shangwu', 'removal', { reason: '试试' })).status).toBe(403);
  });
});
