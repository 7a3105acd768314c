import { EMPTY_TEXT, type FilingText } from '../../src/filings/filing.ts';
import { signOffFiling } from '../../src/filings/sign-off-filing.ts';
import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { countProblems, findProblem, problemLines, problemsToRectify } from '../../src/supervision/problem-queries.ts';
import { PROBLEM_STATUSES } from '../../src/supervision/problem.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import type { VerificationWish } from '../../src/supervision/verification-forms.ts';
import { findVerification } from '../../src/supervision/verification-queries.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('verifications and problems on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
  });
  afterEach(() => context.done());

  const wish = (more: Partial<VerificationWish> = {}): VerificationWish => ({
    method: 'site', visitedOn: '2023-06-14', place: '五一商圈', people: '何立新、李晓雯', finding: '两条街区已开街', verdict: 'partly_true', foundProgress: 40, confidence: 'medium', capReason: '', sampleId: null, problems: [], ...more,
  });
  const problem = { description: '第三条街区未开工', requirement: '倒排工期', dueOn: '2023-07-31' };
  const record = (more: Partial<VerificationWish> = {}) => recordVerification(context, matter.person('duchayuan'), matter.taskId, wish(more));
  const keysOf = async (promise: Promise<unknown>): Promise<string[]> => ((await failureOf(promise)) as Refused).complaints.map((c) => c.key.replace('supervision.error.', ''));
  const raise = async (): Promise<number> => {
    await record({ problems: [problem] });
    return (await context.db.problem.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  };
  const move = async (login: string, id: number, act: Parameters<typeof moveProblem>[3], words = '说明'): Promise<void> => {
    const { version } = await context.db.problem.findUniqueOrThrow({ where: { id } });
    await moveProblem(context, matter.person(login), id, act, { version, words });
  };

  test('an inspector writes down place, people, finding and verdict beside what the unit had reported, with a number', async () => {
    const { id, number } = await record({ problems: [problem] });
    const found = await findVerification(context, matter.person('shizhang'), id);
    expect([number, found.unit.shortName, found.foundProgress, found.reportedProgress, found.problems.map((p) => p.number)]).toEqual(['长督核〔2023〕1号', '市商务局', 40, 0, ['长督改〔2023〕1号']]);
    expect(await context.db.auditEvent.count({ where: { thread: `task:${String(matter.taskId)}`, event: { in: ['verification.recorded', 'problem.raised'] } } })).toBe(2);
  });

  test('beside the independent rating stands how the unit itself saw it by then: nothing, in time, or a later day', async () => {
    const page = async ({ id }: { id: number }) => (await findVerification(context, matter.person('duchayuan'), id)).forecast;
    const report = async (period: string, words: Partial<FilingText>): Promise<void> => {
      context.clock.set(new Date(context.clock.now().getTime() + 60_000));
      await signOffFiling(context, matter.person('shangwu-head'), { taskId: matter.taskId, period }, { ...EMPTY_TEXT, auto: false, done: period, nextSteps: '按月调度', version: 0, ...words });
      context.clock.set(new Date(context.clock.now().getTime() + 60_000));
    };
    const before = await record();
    await report('2023-01', { progress: 100, confidence: 'high' });
    const inTime = await record();
    await report('2023-02', { progress: 20, reasonCode: 'funds', newDate: '2023-09-30' });
    const later = await record({ method: 'paper' });
    expect([await page(before), await page(inTime), await page(later)]).toEqual([null, { newDate: null, confidence: 'high' }, { newDate: '2023-09-30', confidence: null }]);
  });

  test('the unit reads what was found about it; another unit does not', async () => {
    const id = await raise();
    expect((await findProblem(context, matter.person('shangwu'), id)).description).toBe('第三条街区未开工');
    for (const login of ['fagai-head', 'yuhua-head', 'shenji', 'admin']) {
      expect(await failureOf(findProblem(context, matter.person(login), id))).toBeInstanceOf(NotFound);
      expect(await failureOf(findVerification(context, matter.person(login), 1))).toBeInstanceOf(NotFound);
    }
  });

  test('a bureau or a leader records nothing', async () => {
    for (const login of ['shangwu-head', 'shizhang']) expect(await failureOf(recordVerification(context, matter.person(login), matter.taskId, wish()))).toBeInstanceOf(Forbidden);
  });

  test('a third visit of the month needs a reason, a verification on paper does not', async () => {
    await record();
    await record();
    expect(await keysOf(record())).toEqual(['visit_cap']);
    await record({ method: 'paper' });
    const { id } = await record({ capReason: '群众反映强烈' });
    expect((await findVerification(context, matter.person('duchayuan'), id)).capReason).toBe('群众反映强烈');
  });

  test('nobody was there tomorrow, and nothing is due yesterday', async () => {
    expect(await keysOf(record({ visitedOn: '2023-06-16' }))).toEqual(['future']);
    expect(await keysOf(record({ problems: [{ ...problem, dueOn: '2023-06-15' }] }))).toEqual(['due_past']);
    expect(await context.db.verification.count()).toBe(0);
  });

  test('a problem is put right by the unit, rechecked by an inspector and struck off by a supervisor', async () => {
    const id = await raise();
    await move('shangwu-head', id, 'rectify');
    await move('duchayuan', id, 'send_back');
    await move('shangwu-head', id, 'rectify', '已开工');
    await move('duchayuan', id, 'confirm');
    await move('duchashi', id, 'strike_off', '');
    expect(await findProblem(context, matter.person('shangwu-head'), id)).toMatchObject({ status: 'struck_off', rectification: '已开工' });
  });

  test('the supervisor who rechecked it finds another to strike it off', async () => {
    const id = await raise();
    await move('shangwu-head', id, 'rectify');
    await move('duchashi', id, 'confirm');
    expect(await failureOf(move('duchashi', id, 'strike_off', ''))).toBeInstanceOf(Forbidden);
    await move('duchashi2', id, 'strike_off', '');
  });

  test('an objection is decided by somebody who did not raise it', async () => {
    const id = await raise();
    await move('shangwu-head', id, 'object');
    expect(await failureOf(move('shangwu-head', id, 'rectify'))).toBeInstanceOf(Conflict);
    await move('duchashi', id, 'uphold');
    expect((await findProblem(context, matter.person('shangwu-head'), id)).status).toBe('dropped');
  });

  test('who comes second with an old version is told so', async () => {
    const id = await raise();
    await move('shangwu-head', id, 'rectify');
    expect(await failureOf(moveProblem(context, matter.person('duchayuan'), id, 'confirm', { version: 1, words: '好' }))).toBeInstanceOf(Conflict);
  });

  test('the desk of the unit holds what it must put right, and every count is its list', async () => {
    const id = await raise();
    await raise();
    await move('shangwu-head', id, 'rectify');
    expect([(await problemsToRectify(context, matter.person('shangwu-head'))).length, (await problemsToRectify(context, matter.person('fagai-head'))).length]).toEqual([1, 0]);
    for (const status of [null, ...PROBLEM_STATUSES]) {
      const filter = { status, late: false, unit: null, month: '2023-06', page: 1 };
      expect(await countProblems(context, matter.person('duchayuan'), filter)).toBe((await problemLines(context, matter.person('duchayuan'), filter, 50)).length);
    }
  });
});
