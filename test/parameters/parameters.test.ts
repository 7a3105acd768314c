import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { takeSnapshot } from '../../src/dashboards/take-snapshot.ts';
import { stateOn } from '../../src/dashboards/snapshot-queries.ts';
import { turnToParameters } from '../../src/dashboards/turn-to-parameters.ts';
import { instantAt, SetClock, today, type Day } from '../../src/kernel/clock.ts';
import { ROLES, type Actor } from '../../src/kernel/actor.ts';
import { addDays } from '../../src/kernel/days.ts';
import { evaluate } from '../../src/lights/light.ts';
import { LIGHT_RULES, rulesOn } from '../../src/lights/light-rules.ts';
import { lightOn } from '../../src/lights/turning-days.ts';
import { factsOfBranches, lightFactsOf, LIGHT_PARTS } from '../../src/tasks/light-facts.ts';
import { PARAMETER_LIFE, PARAMETER_STATUSES } from '../../src/parameters/parameter-set-lifecycle.ts';
import { mayPropose, whyNotDecide } from '../../src/parameters/parameter-set-policy.ts';
import { capsOn } from '../../src/units/burden-caps.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const typed = (values: Record<string, number>, more: Record<string, string> = {}): Record<string, string> =>
  ({ ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])), reason: '提前提醒', ...more });
const EARLY = { ...LIGHT_RULES, daysLeftYellow: 20 };

test.each(ROLES)('%s proposes, adopts and declines as the table says, at every stage', (role) => {
  const actor: Actor = { accountId: 1, postId: 1, name: '', title: '', role, unitId: 7, unitName: '', unitKind: 'government' };
  const has = (by: readonly string[]): boolean => by.includes(role);
  expect(mayPropose(actor)).toBe(has(PARAMETER_LIFE.propose.by));
  for (const act of ['adopt', 'decline'] as const) {
    const wanted = PARAMETER_STATUSES.map((status) => (!has(PARAMETER_LIFE[act].by) ? 'decide' : status === PARAMETER_LIFE[act].from ? null : 'decided'));
    expect(PARAMETER_STATUSES.map((status) => whyNotDecide(actor, act, { status, proposedById: 90 })?.replace('parameters.why_not.', '') ?? null)).toEqual(wanted);
  }
});

describe.each(databases)('parameters of the lights on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let zhou: Visitor;
  let second: Visitor;

  beforeAll(async () => {
    context = await testContext(kind);
    context.wallClock = new SetClock(context.clock.now()); // sessions outlive the weeks of the story
    matter = await assembleMatter(context, { deadline: '2023-07-20', cycle: 'once' });
    app = buildApp(context);
    [zhou, second] = [await signInAs(app, 'duchashi'), await signInAs(app, 'duchashi2')];
  });
  afterAll(() => context.done());

  const on = (day: Day): void => { context.clock.set(instantAt(day, '10:00')); };
  const task = () => context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, include: LIGHT_PARTS });

  /** By its facts, as the pages tell it, by the rules of that very day. */
  async function evaluated(day: Day): Promise<string> {
    const row = await task();
    const facts = lightFactsOf(row, factsOfBranches(row, context.calendar), rulesOn(context.parameters, day));
    return facts === null ? 'none' : evaluate(facts, day, rulesOn(context.parameters, day)(facts)).light;
  }

  test.each([
    ['log-ins, for which there is no field (R28)', { logins: '12' }, '提出新参数'], ['a yellow that comes after red', { pointsYellow: '30', pointsRed: '30' }, '黄灯须先于红灯'],
    ['a week of half a year', { daysLeftYellow: '180' }, '3 到 30'], ['nothing new', {}, '没有要改的'], ['no reason', { daysLeftYellow: '20', reason: '' }, '此项必填。'],
  ])('a proposal with %s is refused, with what was typed', async (_what, more, words) => {
    const refused = await zhou.post('/parameters/lights', typed(LIGHT_RULES, more));
    expect([refused.status, refused.text.includes(words), await context.db.parameterSet.count()]).toEqual([422, true, 0]);
  });

  test('is tried before it is proposed: from which light to which, with the tasks, and nothing is written', async () => {
    const other = typed({ ...LIGHT_RULES, daysLeftYellow: 30 }, { reason: '' });
    on('2023-06-21');
    const page = await zhou.post('/parameters/lights/trial', other);
    expect([page.status, page.text.includes('3 项在办任务中有 3 项换灯'), page.text.includes(`/tasks/${matter.taskId}`), page.text.includes('value="30"')]).toEqual([200, true, true, true]);
    expect(await context.db.parameterSet.count()).toBe(0);
    on('2023-06-15');
  });

  test('is adopted by somebody else, holds from the next month on, and stays as it is', async () => {
    expect((await zhou.post('/parameters/lights', typed(EARLY))).status).toBe(303);
    expect((await zhou.post('/parameters/lights/1/adoption', { version: '1' })).status).toBe(403);
    expect((await second.get('/')).text).toContain('待施行的参数');
    const [proposer, other] = [matter.person('duchashi'), matter.person('duchashi2')];
    const inTheirPlace = await countWaiting(context, { ...other, eyesWith: [proposer.accountId] }); // who stands in for the proposer cannot adopt it
    expect(await countWaiting(context, other) - inTheirPlace).toBe(1);
    expect((await second.post('/parameters/lights/1/adoption', { version: '1' })).status).toBe(303);
    expect(await context.db.parameterSet.findUnique({ where: { id: 1 }, select: { fromDay: true, settledAt: true } })).toEqual({ fromDay: '2023-07-01', settledAt: null });
    await expect(context.db.parameterSet.update({ where: { id: 1 }, data: { values: '{}' } })).rejects.toThrow();
    await expect(context.db.parameterSet.delete({ where: { id: 1 } })).rejects.toThrow();
  });

  test('turns lights on its day without anybody having to run anything, and the month before is frozen by the old ones (R22)', async () => {
    on('2023-06-30');
    await zhou.get('/tasks');
    expect([lightOn(await task(), '2023-06-30'), (await task()).yellowFrom]).toEqual(['green', '2023-07-13']);
    on('2023-07-03');
    expect((await zhou.get(`/tasks?light=yellow`)).text).toContain(`/tasks/${matter.taskId}`);
    expect(await stateOn(context, '2023-06-30')).toMatchObject({ counts: { green: 3, yellow: 0 }, takenOn: '2023-07-03' });
    expect(await takeSnapshot(context, '2023-06-30')).toBe(false);
  });

  test('the stored days and the evaluation agree on every day of the new time, and past days keep their own rules', async () => {
    const row = await task();
    for (let day = '2023-07-01'; day < '2023-07-25'; day = addDays(day, 1)) expect([day, await evaluated(day)]).toEqual([day, lightOn(row, day)]);
    expect([await evaluated('2023-06-30'), await evaluated('2023-07-01')]).toEqual(['green', 'yellow']);
  });

  test('comes into force once, whoever is asked first, and the log says so', async () => {
    await Promise.all([turnToParameters(context), turnToParameters(context), zhou.get('/')]);
    const events = await context.db.auditEvent.findMany({ where: { event: { startsWith: 'parameters.' } }, orderBy: { seq: 'asc' }, select: { event: true } });
    expect(events.map((e) => e.event)).toEqual(['parameters.proposed', 'parameters.adopted', 'parameters.in_force']);
  });

  test('a leader declines with a reason, and everybody reads what is in force', async () => {
    await zhou.post('/parameters/lights', typed(LIGHT_RULES, { reason: '恢复' }));
    const leader = await signInAs(app, 'shizhang');
    expect((await leader.post('/parameters/lights/2/refusal', { version: '1', remark: '' })).status).toBe(422);
    expect((await leader.post('/parameters/lights/2/refusal', { version: '1', remark: '再试行一季度' })).status).toBe(303);
    const page = (await (await signInAs(app, 'shangwu')).get('/parameters/lights')).text;
    expect(['剩 20 天', '再试行一季度', 'name="reason"'].map((words) => page.includes(words))).toEqual([true, true, false]);
  });

  test('caps are set in the same way and are those of the day', async () => {
    const before = capsOn(context.parameters, today(context.clock));
    expect((await zhou.post('/parameters/caps', typed({ ...before, slips: 8 }))).status).toBe(303);
    expect((await second.get('/parameters/caps')).text).toContain('2023-06 负担台账');
    expect((await second.post('/parameters/caps/3/adoption', { version: '1' })).status).toBe(303);
    expect([before.slips, capsOn(context.parameters, '2023-07-31').slips, capsOn(context.parameters, '2023-08-01').slips]).toEqual([12, 12, 8]);
  });
});
