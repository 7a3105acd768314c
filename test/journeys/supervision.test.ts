import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { DEFAULT_POINTS } from '../../src/circulars/criteria.ts';
import { instantAt, SetClock } from '../../src/kernel/clock.ts';
import { messengerRound } from '../../src/messages/messenger.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const SLIP = { reason: '逾期未办结', requirement: '请抓紧', replyDays: '3', urgentReason: '', capReason: '' };
const FOUND = { method: 'site', place: '五一商圈', people: '何立新', finding: '两条街区已开街', verdict: 'partly_true', foundProgress: '40', confidence: 'medium', capReason: '' };
const PROBLEM = { description1: '第三条街区未开工', requirement1: '倒排工期', dueOn1: '2023-07-31', description2: '', requirement2: '', dueOn2: '', description3: '', requirement3: '', dueOn3: '' };

// One overdue task pressed, looked into and accounted for, through the browser's door. What the database makes of it is tested beside the verbs, on both.
describe('an overdue task, as those who press and those who are pressed see it', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  const visitors = new Map<string, Visitor>();
  const as = async (login: string): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? await signInAs(app, login);
    visitors.set(login, visitor);
    return visitor;
  };
  const on = (day: string): void => { context.clock.set(instantAt(day, '10:00')); };
  const read = async (login: string, path: string): Promise<string> => (await (await as(login)).get(path)).text;
  const send = async (login: string, path: string, fields: Record<string, string>): Promise<number> => (await (await as(login)).post(path, fields)).status;
  const task = (rest = ''): string => `/tasks/${String(matter.taskId)}${rest}`;
  const slipTo = (code: string): Record<string, string> => ({ ...SLIP, unitId: String(matter.unit(code)) });

  beforeAll(async () => {
    context = await testContext('sqlite');
    context.wallClock = new SetClock(context.clock.now()); // sessions outlive the weeks of the story
    matter = await assembleMatter(context, { deadline: '2023-05-31', districtIds: [] });
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test('a unit finds one merged reminder of the day in its inbox, whoever runs the round again', async () => {
    await messengerRound(context, true);
    await messengerRound(context, true);
    expect(await context.db.message.count({ where: { unitId: matter.unit('shangwu'), kind: 'unit' } })).toBe(1);
    expect(await read('shangwu', '/messages')).toContain('建设国际消费中心城市');
  });

  test('the inspector follows the list: the lead is urged, so is the bureau that keeps it waiting, nobody else', async () => {
    const list = await read('duchayuan', '/supervision');
    expect([list.includes(`href="${task('/urges/new')}"`), list.includes('催办：市发展改革委')]).toEqual([true, true]);
    expect(await read('duchayuan', task(`/urges/new?unit=${String(matter.unit('fagai'))}`))).toContain('应报进展逾期未报');
    expect([await send('duchayuan', task('/urges'), slipTo('shangwu')), await send('duchayuan', task('/urges'), slipTo('fagai')), await send('duchayuan', task('/urges'), slipTo('gongxin'))]).toEqual([303, 303, 422]);
    expect([(await read('fagai-head', '/slips/2')).includes('长督催〔2023〕2号'), await send('shangwu-head', '/slips/1/reply', { version: '1', reply: '月底前完成' })]).toEqual([true, 303]);
  });

  test('the notice follows once the urge has been in vain, and the list says so before', async () => {
    expect([await send('duchayuan', task('/notices'), slipTo('shangwu')), (await read('duchayuan', '/supervision')).includes('起方可再发')]).toEqual([422, true]);
    on('2023-06-26');
    expect([(await read('duchayuan', '/')).includes(task('/notices/new')), await send('duchayuan', task('/notices'), slipTo('shangwu'))]).toEqual([true, 303]);
  });

  test('a leader\'s word is reported on, waits on the leader\'s page and is closed there', async () => {
    expect(await send('shizhang', task('/instructions'), { text: '抓紧落实', givenOn: '2023-06-26', dueOn: '2023-07-10' })).toBe(303);
    expect([(await read('shangwu-head', '/')).includes('抓紧落实'), await send('shangwu-head', '/instructions/1/reply', { version: '1', words: '已部署' })]).toEqual([true, 303]);
    expect([(await read('shizhang', '/')).includes('批示报告待审核'), await send('shizhang', '/instructions/1/close', { version: '2', words: '' })]).toEqual([true, 303]);
  });

  test('lots that anybody can repeat choose where to go; what is found may be objected to and is ruled on by another', async () => {
    expect(await send('duchayuan', '/supervision/samples', { purpose: '二季度抽查', source: 'overdue', group: '', size: '1' })).toBe(303);
    expect(await read('shenji', '/supervision/samples/1')).not.toContain('种子');
    expect(await read('shizhang', '/supervision/samples/1')).toContain('用种子重算，结果一致');
    expect(await send('duchayuan', task('/verifications'), { ...FOUND, ...PROBLEM, visitedOn: '2023-06-26', sampleId: '1' })).toBe(303);
    expect(await send('shangwu-head', '/verifications/1/object', { version: '0', words: '已于20日开工' })).toBe(303);
    expect([(await read('duchashi', '/')).includes('核查异议待裁定'), (await read('duchayuan', '/')).includes('核查异议待裁定')]).toEqual([true, false]);
    expect([await send('duchayuan', '/verifications/1/dismiss', { version: '1', words: '不属实' }), await send('duchashi', '/verifications/1/dismiss', { version: '1', words: '不属实' })]).toEqual([403, 303]);
  });

  test('a problem is put right by the unit, rechecked by one and struck off by another, each with it on the desk', async () => {
    expect(await send('shangwu-head', '/problems/1/rectify', { version: '1', words: '已开工' })).toBe(303);
    expect([(await read('duchayuan', '/')).includes('第三条街区未开工'), await send('duchayuan', '/problems/1/confirm', { version: '2', words: '属实' })]).toEqual([true, 303]);
    expect([(await read('duchashi', '/')).includes('第三条街区未开工'), await send('duchayuan', '/problems/1/strike-off', { version: '3', words: '' }), await send('duchashi', '/problems/1/strike-off', { version: '3', words: '' })]).toEqual([true, 403, 303]);
    expect(await read('shangwu', '/problems/1')).toContain('已销号');
  });

  test('every day is somebody\'s, and what was asked of the unit stands in its account', async () => {
    expect(await read('shangwu', task())).toContain('自 2023-01-03 交办起共 174 天，逐日归属，各方之和等于历时');
    const counts = /市商务局<\/a>.*?<\/tr>/s.exec(await read('duchashi', '/supervision/burden?month=2023-06'))?.[0].match(/>(?:\d+|–)</g)?.map((c) => c.slice(1, -1));
    expect(counts).toEqual(['–', '–', '2', '1', '1', '1', '5', '4', '1']);
    expect(await read('duchashi', '/supervision/holders')).toContain('市发展改革委');
  });

  test.each([['登录次数', '登录打卡'], ['工作群消息条数', '信息条数'], ['现场照片数量', '照片'], ['点赞表扬数', '点赞表扬']])('%s cannot be scored, and the page says which rule forbids it (R28)', async (custom, forbidden) => {
    const points = Object.fromEntries(Object.entries(DEFAULT_POINTS).map(([name, n]) => [name, String(n)]));
    const { status, text } = await (await as('duchashi')).post('/circulars/rules', { ...points, custom, reason: '年度规则' });
    expect([status, text.includes('R28'), text.includes(forbidden), await context.db.ruleSet.count()]).toEqual([422, true, true, 0]);
  });
});
