import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { EMPTY_TEXT } from '../../src/filings/filing.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { issueNotice } from '../../src/supervision/issue-notice.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { replyToSlip } from '../../src/supervision/reply-to-slip.ts';
import type { SlipWish } from '../../src/supervision/slip-forms.ts';
import { findSlip, slipsOfTask, slipsToReply } from '../../src/supervision/slip-queries.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('pressing on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let inspector: Actor;

  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    inspector = matter.person('duchayuan');
  });
  afterEach(() => context.done());

  const wish = (more: Partial<SlipWish> = {}): SlipWish =>
    ({ unitId: matter.unit('shangwu'), reason: '逾期未办结', requirement: '请抓紧办理并书面回复', replyDays: 3, urgentReason: '', capReason: '', ...more });
  const keysOf = async (promise: Promise<unknown>): Promise<string[]> => {
    const error = await failureOf(promise);
    return error instanceof Refused ? error.complaints.map((c) => c.key.replace('supervision.', '')) : [String(error)];
  };
  const versionOf = async (id: number): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id } })).version;

  test('an inspector urges the bureau whose turn it is, with a number, a term in working days and a line on the timeline', async () => {
    const { id, number } = await issueUrge(context, inspector, matter.taskId, wish());
    const slip = await findSlip(context, inspector, id);
    expect([number, slip.replyDueOn, slip.ground, slip.groundDay, slip.unit.shortName]).toEqual(['长督催〔2023〕1号', '2023-06-20', 'deadline', '2023-05-31', '市商务局']);
    const event = await context.db.auditEvent.findFirstOrThrow({ where: { event: 'slip.issued' } });
    expect([event.thread, JSON.parse(event.data)]).toEqual([`task:${String(matter.taskId)}`, expect.objectContaining({ slip: 'urge', number, unit: '市商务局', reason: '逾期未办结' })]);
    expect(await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).toMatchObject({ lastAct: 'slip.issued', turn: 'lead' });
  });

  test('a notice follows an urge in vain and not before', async () => {
    await issueUrge(context, inspector, matter.taskId, wish());
    expect(await keysOf(issueNotice(context, inspector, matter.taskId, wish()))).toEqual(['why_not.former_open']);
    context.clock.set(instantAt('2023-06-21', '09:00'));
    expect((await issueNotice(context, inspector, matter.taskId, wish())).number).toBe('长督通〔2023〕1号');
  });

  test('an urgent matter starts at the notice, and the reason is kept', async () => {
    expect(await keysOf(issueNotice(context, inspector, matter.taskId, wish()))).toEqual(['why_not.first_urge']);
    const { id } = await issueNotice(context, inspector, matter.taskId, wish({ urgentReason: '主汛期在即' }));
    expect((await findSlip(context, inspector, id)).urgentReason).toBe('主汛期在即');
  });

  test('the same unit is not urged twice within the cool-down', async () => {
    await issueUrge(context, inspector, matter.taskId, wish());
    expect(await keysOf(issueUrge(context, matter.person('duchashi'), matter.taskId, wish()))).toEqual(['why_not.cool_down']);
    context.clock.set(instantAt('2023-06-22', '09:00'));
    expect((await issueUrge(context, inspector, matter.taskId, wish())).number).toBe('长督催〔2023〕2号');
  });

  test('two inspectors who press at the same moment get one slip through', async () => {
    const results = await Promise.allSettled([1, 2, 3].map(() => issueUrge(context, inspector, matter.taskId, wish())));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await context.db.slip.count()).toBe(1);
  });

  test('nobody is pressed while the item waits for the supervisor (R26)', async () => {
    await submitTask(context, matter.person('shangwu-head'), matter.taskId, { version: await versionOf(matter.taskId), completion: '已完成' });
    expect(await failureOf(issueUrge(context, inspector, matter.taskId, wish()))).toBeInstanceOf(Conflict);
    const other = await handOverTask(context, matter, matter.sentenceIds, { deadline: '2023-12-31', districtIds: [] });
    await signEverywhere(context, matter, other);
    await askExtension(context, matter.person('shangwu-head'), other, { version: await versionOf(other), toDeadline: '2024-06-30', reason: '用地', progressNote: '推进中' });
    expect(await keysOf(issueUrge(context, inspector, other, wish({ urgentReason: '紧急' })))).toEqual(['why_not.waits_for_supervisor']);
  });

  test('a slip never goes to a unit that has no part in it, nor to one that is behind with nothing (R25)', async () => {
    await context.db.assignment.updateMany({ where: { taskId: matter.taskId, unitId: matter.unit('fagai') }, data: { nextDueOn: null, progress: 100 } });
    for (const code of ['fagai', 'gongxin', 'yuhua']) {
      expect(await keysOf(issueUrge(context, inspector, matter.taskId, wish({ unitId: matter.unit(code) })))).toEqual(['error.uninvolved']);
    }
    expect(await context.db.slip.count()).toBe(0);
  });

  test('a supporting bureau that is late with its own report is urged for it, by its own ladder, and not while its report waits for the reviewer', async () => {
    const fagai = wish({ unitId: matter.unit('fagai') });
    expect(await keysOf(issueNotice(context, inspector, matter.taskId, fagai))).toEqual(['why_not.first_urge']);
    const { id } = await issueUrge(context, inspector, matter.taskId, fagai);
    expect(await findSlip(context, inspector, id)).toMatchObject({ ground: 'filing', groundDay: '2023-02-01', unit: { shortName: '市发展改革委' } });
    expect(await slipsToReply(context, matter.person('fagai-head'))).toHaveLength(1);
    expect(await keysOf(issueUrge(context, inspector, matter.taskId, fagai))).toEqual(['why_not.cool_down']);
    expect((await issueUrge(context, inspector, matter.taskId, wish())).number).toBe('长督催〔2023〕2号');
    context.clock.set(instantAt('2023-07-03', '09:00'));
    await signOffFiling(context, matter.person('fagai-head'), { taskId: matter.taskId, period: '2023-01' }, { ...EMPTY_TEXT, auto: false, done: '已配合', progress: 95, version: 0 });
    expect(await keysOf(issueUrge(context, inspector, matter.taskId, fagai))).toEqual(['why_not.waits_for_supervisor']);
  });

  test('bureaus, leaders, auditors and the administrator press nobody', async () => {
    for (const login of ['shangwu-head', 'shangwu', 'shizhang']) expect(await failureOf(issueUrge(context, matter.person(login), matter.taskId, wish()))).toBeInstanceOf(Forbidden);
    for (const login of ['shenji', 'admin']) expect(await failureOf(issueUrge(context, matter.person(login), matter.taskId, wish()))).toBeInstanceOf(NotFound);
  });

  test('the numbers of a year have no gap when twelve tasks are pressed at once and some are refused', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 12; i += 1) ids.push(await handOverTask(context, matter, matter.sentenceIds, { deadline: '2023-05-31', districtIds: [] }));
    const wrong = (i: number): Partial<SlipWish> => (i % 4 === 3 ? { unitId: matter.unit('yuhua') } : {});
    const results = await Promise.allSettled(ids.map((id, i) => issueUrge(context, inspector, id, wish(wrong(i)))));
    const numbers = results.flatMap((r) => (r.status === 'fulfilled' ? [Number(/(\d+)号/.exec(r.value.number)?.[1])] : []));
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('each form has its own series, and each year begins with one', async () => {
    await issueNotice(context, inspector, matter.taskId, wish({ urgentReason: '紧急' }));
    const child = await matter.childOf('yuhua');
    const own = wish({ unitId: matter.unit('yuhua') });
    expect((await issueUrge(context, inspector, child, own)).number).toBe('长督催〔2023〕1号');
    context.clock.set(instantAt('2024-01-02', '09:00'));
    expect((await issueUrge(context, inspector, child, own)).number).toBe('长督催〔2024〕1号');
  });

  test('the head answers once; clerk and others do not', async () => {
    const { id } = await issueUrge(context, inspector, matter.taskId, wish());
    const head = matter.person('shangwu-head');
    expect(await failureOf(replyToSlip(context, matter.person('shangwu'), id, { version: 1, reply: '马上办' }))).toBeInstanceOf(Forbidden);
    expect(await failureOf(replyToSlip(context, inspector, id, { version: 1, reply: '代答' }))).toBeInstanceOf(Forbidden);
    await replyToSlip(context, head, id, { version: 1, reply: '6月底前完成' });
    expect(await failureOf(replyToSlip(context, head, id, { version: 2, reply: '改口' }))).toBeInstanceOf(Conflict);
    expect(await findSlip(context, head, id)).toMatchObject({ reply: '6月底前完成', repliedBy: '王建国' });
  });

  test('a slip waits on the desk of its unit until it is answered, and is not there for others', async () => {
    const { id } = await issueUrge(context, inspector, matter.taskId, wish());
    const desk = async (login: string): Promise<number> => (await slipsToReply(context, matter.person(login))).length;
    expect([await desk('shangwu-head'), await desk('shangwu'), await desk('fagai-head'), await desk('duchayuan')]).toEqual([1, 1, 0, 0]);
    expect(await failureOf(findSlip(context, matter.person('fagai-head'), id))).toBeInstanceOf(NotFound);
    expect(await slipsOfTask(context, matter.person('fagai-head'), matter.taskId)).toEqual([]);
    await replyToSlip(context, matter.person('shangwu-head'), id, { version: 1, reply: '已部署' });
    expect(await desk('shangwu-head')).toBe(0);
  });
});
