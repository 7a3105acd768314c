import { instantAt, type Day } from '../../src/kernel/clock.ts';
import { Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { countEscalations, findEscalation } from '../../src/supervision/escalation-queries.ts';
import { issueNotice } from '../../src/supervision/issue-notice.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { recordEscalation } from '../../src/supervision/record-escalation.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { answerExplanation } from '../../src/tasks/answer-explanation.ts';
import { explainOverdue } from '../../src/tasks/explain-overdue.ts';
import { buildApp } from '../../src/app.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('the rungs above a notice on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
  });
  afterAll(() => context.done());

  const on = (day: Day): void => { context.clock.set(instantAt(day, '10:00')); };
  const slip = () => ({ unitId: matter.unit('shangwu'), reason: '逾期', requirement: '抓紧', replyDays: 3, urgentReason: '', capReason: '' });
  const wish = (heldOn: Day) => ({ heldOn, place: '市委会议室', people: '督查室、市商务局', matter: '逾期未办结', result: '限月底前办结' });
  const record = (login: string, rung: 'talk' | 'criticism', heldOn: Day) => recordEscalation(context, matter.person(login), matter.taskId, rung, wish(heldOn));
  /** The unit explains its delay, and the supervisor gives it until that day to make it good (R13). */
  const rectifyUntil = async (day: Day): Promise<void> => {
    const version = async (): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).version;
    await explainOverdue(context, matter.person('shangwu-head'), matter.taskId, { version: await version(), reason: '用地', measures: '倒排工期', madeGoodBy: day });
    await answerExplanation(context, matter.person('duchashi2'), matter.taskId, { version: await version(), rectifyBy: day, answer: '限期整改' });
  };
  const whyNot = async (promise: Promise<unknown>): Promise<string> => (((await failureOf(promise)) as Refused).complaints[0]?.key ?? '').replace('supervision.why_not.', '');

  test('are climbed one by one: urge, notice, verification, then talk, then criticism (R24)', async () => {
    const inspector = matter.person('duchayuan');
    on('2023-06-15');
    await issueUrge(context, inspector, matter.taskId, slip());
    expect(await whyNot(record('duchayuan', 'talk', '2023-06-15'))).toBe('first_notice');
    on('2023-06-26');
    await issueNotice(context, inspector, matter.taskId, slip());
    on('2023-07-10');
    expect(await whyNot(record('duchayuan', 'talk', '2023-07-10'))).toBe('first_verification');
    await recordVerification(context, inspector, matter.taskId, { method: 'site', visitedOn: '2023-07-10', place: '街区', people: '何立新', finding: '未开工', verdict: 'untrue', foundProgress: 0, confidence: 'low', capReason: '', sampleId: null, problems: [] });
    expect(await whyNot(record('duchashi', 'criticism', '2023-07-10'))).toBe('first_talk');
  });

  test('wait while the unit may still make it good (R13); who held the talk does not criticise', async () => {
    await rectifyUntil('2023-07-12');
    expect(await whyNot(record('duchashi', 'talk', '2023-07-10'))).toBe('rectifying_runs');
    on('2023-07-13');
    expect((await record('duchashi', 'talk', '2023-07-10')).number).toBe('长督谈〔2023〕1号');
    expect(await whyNot(record('duchashi', 'criticism', '2023-07-10'))).toBe('held_the_talk');
    await rectifyUntil('2023-07-20');
    expect(await whyNot(record('duchashi2', 'criticism', '2023-07-13'))).toBe('rectifying_runs');
    on('2023-07-21');
    expect((await record('duchashi2', 'criticism', '2023-07-10')).number).toBe('长督评〔2023〕1号');
  });

  test('a second talk about the same delay, one in the future, and one by somebody else are refused', async () => {
    expect(await whyNot(record('duchayuan', 'talk', '2023-07-10'))).toBe('escalated');
    expect(await failureOf(record('shizhang', 'talk', '2023-07-10'))).toBeInstanceOf(Forbidden);
    expect(await failureOf(record('duchayuan', 'criticism', '2023-07-10'))).toBeInstanceOf(Forbidden);
  });

  test('stand as they were recorded, for the unit to read and no other', async () => {
    const { id } = await context.db.escalation.findFirstOrThrow();
    expect((await findEscalation(context, matter.person('shangwu'), id)).result).toBe('限月底前办结');
    expect(await failureOf(findEscalation(context, matter.person('fagai-head'), id))).toBeInstanceOf(NotFound);
    await expect(context.db.escalation.update({ where: { id }, data: { result: '已办结' } })).rejects.toThrow();
    const counts = ['duchayuan', 'shangwu', 'fagai-head'].map((login) => countEscalations(context, matter.person(login)));
    expect(await Promise.all(counts)).toEqual([2, 2, 0]);
  });

  test('when all were in vain the line of the overdue list leads to a leader\'s word', async () => {
    const page = (await (await signInAs(buildApp(context), 'duchashi')).get('/supervision')).text;
    expect(page).toContain(`/tasks/${String(matter.taskId)}/instructions/new`);
    expect(page).toContain('报市领导批示');
  });

  test('the form says which rung comes first where it is too early, and keeps what was typed', async () => {
    const inspector = await signInAs(buildApp(context), 'duchayuan');
    const child = await matter.childOf('yuhua');
    const refused = await inspector.post(`/tasks/${String(child)}/talks`, wish('2023-07-10'));
    expect([refused.status, refused.text.includes('先发督办通知单'), refused.text.includes('限月底前办结')]).toEqual([422, true, true]);
  });
});
