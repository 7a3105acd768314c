import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { DEFAULT_POINTS } from '../../src/circulars/criteria.ts';
import { instantAt, SetClock, type Day } from '../../src/kernel/clock.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const RULES = { ...Object.fromEntries(Object.entries(DEFAULT_POINTS).map(([name, points]) => [name, String(points)])), custom: '', reason: '年度计分规则' };

describe.each(databases)('the circular of a month on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let zhou: Visitor;
  let second: Visitor;

  beforeAll(async () => {
    context = await testContext(kind);
    context.wallClock = new SetClock(context.clock.now()); // sessions outlive the weeks of the story
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    app = buildApp(context);
    [zhou, second] = [await signInAs(app, 'duchashi'), await signInAs(app, 'duchashi2')];
    on('2023-06-20');
    await issueUrge(context, matter.person('duchayuan'), matter.taskId, { unitId: matter.unit('shangwu'), reason: '逾期', requirement: '抓紧', replyDays: 3, urgentReason: '', capReason: '' });
  });
  afterAll(() => context.done());

  const on = (day: Day): void => { context.clock.set(instantAt(day, '10:00')); };
  const draw = (visitor: Visitor, month: string) => visitor.post('/circulars', { month });

  test('a rule set that counts log-ins is refused with the rule\'s number, and what was typed stays', async () => {
    on('2023-05-15');
    const refused = await zhou.post('/circulars/rules', { ...RULES, custom: '登录打卡次数' });
    expect([refused.status, refused.text.includes('R28'), refused.text.includes('登录打卡次数')]).toEqual([422, true, true]);
    expect(await context.db.ruleSet.count()).toBe(0);
  });

  test('a draft is tried out, adopted by a second person, and counts from the next month on', async () => {
    expect((await zhou.post('/circulars/rules', RULES)).status).toBe(303);
    expect((await zhou.get('/circulars/rules')).text).toContain('试算');
    expect((await zhou.post('/circulars/rules/1/adoption', { version: '1' })).status).toBe(403);
    expect((await second.post('/circulars/rules/1/adoption', { version: '1' })).status).toBe(303);
    expect(await context.db.ruleSet.findFirst({ select: { status: true, fromMonth: true } })).toEqual({ status: 'adopted', fromMonth: '2023-06' });
    await expect(context.db.ruleSet.update({ where: { id: 1 }, data: { points: '{}' } })).rejects.toThrow();
  });

  test('a month without rules in force, or one that still runs, is not counted', async () => {
    expect((await draw(zhou, '2023-05')).status).toBe(422);
    on('2023-06-30');
    expect((await draw(zhou, '2023-06')).status).toBe(422);
  });

  test('a unit sees its own entry for two working days and objects; others do not see it (R30)', async () => {
    on('2023-07-03');
    expect((await draw(zhou, '2023-06')).headers['location']).toBe('/circulars/1');
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.get('/circulars/1')).text).toContain('本单位 -1 分');
    expect((await (await signInAs(app, 'yuhua-head')).get('/circulars/1')).status).toBe(404);
    expect((await second.post('/circulars/1/publication', { version: '1' })).status).toBe(403);
    expect((await head.post('/circulars/1/objections', { reason: '催办时已办结' })).status).toBe(303);
    expect((await head.post('/circulars/1/objections', { reason: '再提一次' })).status).toBe(403);
  });

  test('it is published by a second person after the term, once every objection is decided by somebody who did not draw it up', async () => {
    on('2023-07-06');
    expect((await second.post('/circulars/1/publication', { version: '1' })).status).toBe(403);
    expect((await zhou.post('/circulars/1/rulings', { objectionId: '1', version: '1', decision: 'uphold', ruling: '属实' })).status).toBe(403);
    expect((await second.post('/circulars/1/rulings', { objectionId: '1', version: '1', decision: 'uphold', ruling: '属实' })).status).toBe(303);
    expect((await zhou.post('/circulars/1/publication', { version: '1' })).status).toBe(403);
    expect((await second.post('/circulars/1/publication', { version: '1' })).status).toBe(303);
    expect((await (await signInAs(app, 'yuhua-head')).get('/circulars/1')).text).toContain('异议成立，不排名');
    await expect(context.db.circularEntry.updateMany({ data: { points: 100 } })).rejects.toThrow();
  });
});
