import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { instantAt, SetClock } from '../../src/kernel/clock.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

// Every end that DOMAIN keeps apart, told through the browser's door. What the database makes of them is tested beside the verbs, on both.
describe('how a task ends, as people see it', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let id: number;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    context = await testContext('sqlite');
    context.wallClock = new SetClock(context.clock.now()); // sessions outlive the months of the stories
    matter = await assembleMatter(context, { districtIds: [], supportIds: [] });
    app = buildApp(context);
  });
  beforeEach(async () => {
    context.clock.set(instantAt('2023-06-15', '10:00'));
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], sentenceIds: matter.sentenceIds.slice(-1) });
    await signEverywhere(context, matter, id);
  });
  afterAll(() => context.done());

  const as = async (login: string): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? await signInAs(app, login);
    visitors.set(login, visitor);
    return visitor;
  };
  const read = async (login: string, path = ''): Promise<string> => (await (await as(login)).get(`/tasks/${String(id)}${path}`)).text;
  const send = async (login: string, path: string, fields: Record<string, string> = {}): Promise<number> => {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } });
    return (await (await as(login)).post(`/tasks/${String(id)}/${path}`, { version: String(version), ...fields })).status;
  };
  const listed = async (end: string): Promise<boolean> => (await (await as('shizhang')).get(`/tasks?end=${end}`)).text.includes(`href="/tasks/${String(id)}"`);

  test('办结: the head hands in, a supervisor closes against the standard and puts it into the archive, where nobody writes any more', async () => {
    expect(await send('shangwu-head', 'submission', { completion: '指标已完成' })).toBe(303);
    expect([await send('shangwu-head', 'closing', { standardMet: '1', note: '' }), await send('duchashi', 'closing', { note: '' })]).toEqual([403, 422]);
    expect(await send('duchashi', 'closing', { standardMet: '1', note: '' })).toBe(303);
    expect([(await read('shangwu')).includes('下一步：督查室归档'), await listed('closed'), await send('duchashi', 'archiving')]).toEqual([true, true, 303]);
    expect([(await read('shangwu-head')).includes('2023-06-15 归档，任务只读'), await send('duchashi', 'light', { light: 'red', reason: '试', expiresOn: '2023-07-01' })]).toEqual([true, 409]);
  });

  test('阶段性办结: the phase is counted and named, the task goes on with its deadline', async () => {
    const phase = { title: '一期', standard: '一期已竣工', nextRequirement: '二期开工', nextDueOn: '2023-11-30' };
    expect([await send('duchashi', 'phase-closing', { ...phase, nextDueOn: '2024-02-01' }), await send('duchashi', 'phase-closing', phase)]).toEqual([422, 303]);
    const page = await read('shangwu');
    for (const words of ['阶段性办结 1 次', '第 1 阶段：一期', '下阶段（2023-11-30 前）：二期开工', '2023-12-31']) expect(page).toContain(words);
    expect([await listed('phase'), await listed('closed')]).toEqual([true, false]);
  });

  test('转常态: proposed by one, confirmed by another, taken up again with a deadline of its own', async () => {
    expect(await send('duchashi', 'ending', { kind: 'make_standing', reason: '转入日常工作', survivor: '' })).toBe(303);
    expect([(await read('shangwu')).includes('下一步：另一名督查人员或市领导确认提请'), await send('duchashi', 'ending/confirmation', { remark: '' })]).toEqual([true, 403]);
    expect([await send('duchashi2', 'ending/confirmation', { remark: '同意' }), await listed('standing')]).toEqual([303, true]);
    expect([(await read('shangwu')).includes('陈静 确认'), (await read('duchashi')).includes('value="make_standing"'), (await read('duchashi')).includes('value="withdraw"')]).toEqual([true, false, true]);
    expect([await send('duchashi', 'standing-ending', { deadline: '2024-06-30', reason: '又有新要求' }), await listed('standing')]).toEqual([303, false]);
  });

  test('中止 and 恢复: grey and in nobody\'s hands meanwhile, afterwards both deadlines are shown', async () => {
    expect(await send('duchashi', 'suspension', { reason: '用地未批', lookAgainOn: '2023-09-01' })).toBe(303);
    expect([await listed('suspended'), (await read('shangwu')).includes('下一步：督查室到期再议'), await send('shangwu-head', 'submission', { completion: '已完成' })]).toEqual([true, true, 409]);
    context.clock.set(instantAt('2023-07-15', '10:00'));
    expect(await send('duchashi', 'resumption', { addDays: '1', note: '用地已批' })).toBe(303);
    const page = await read('shangwu');
    expect([page.includes('2024-01-30'), page.includes('<dd>2023-12-31'), await listed('suspended')]).toEqual([true, true, false]);
  });

  test('合并: the second person confirms, and the page leads on to the task that took over', async () => {
    const survivor = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    expect([await send('duchashi', 'ending', { kind: 'merge', reason: '内容重复', survivor: '' }), await send('duchashi', 'ending', { kind: 'merge', reason: '内容重复', survivor: survivor.number ?? '' })]).toEqual([422, 303]);
    expect([await send('duchashi2', 'ending/confirmation', { remark: '' }), await listed('merged')]).toEqual([303, true]);
    expect(await read('duchashi')).toContain(`href="/tasks/${String(survivor.id)}"`);
  });

  test('撤销: it waits on the leader\'s desk, is withdrawn with both names, and may be refused before', async () => {
    const withdraw = { kind: 'withdraw', reason: '政策已废止', survivor: '' };
    expect([await send('duchashi', 'ending', withdraw), await send('shizhang', 'ending/refusal', { remark: '仍须推进' }), await send('duchashi', 'ending', withdraw)]).toEqual([303, 303, 303]);
    expect((await (await as('shizhang')).get('/')).text).toContain(`/tasks/${String(id)}`);
    expect([await send('shizhang', 'ending/confirmation', { remark: '' }), await listed('withdrawn'), await listed('closed')]).toEqual([303, true, false]);
    expect(await read('duchashi')).toContain('周明远 提请，郑海涛 确认');
  });
});
