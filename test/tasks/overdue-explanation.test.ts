import { instantAt } from '../../src/kernel/clock.ts';
import { Refused } from '../../src/kernel/errors.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { answerExplanation } from '../../src/tasks/answer-explanation.ts';
import { explainOverdue } from '../../src/tasks/explain-overdue.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('after the deadline, on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let id: number;
  const seen = async (): Promise<{ version: number }> => context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const task = () => context.db.task.findUniqueOrThrow({ where: { id }, include: { explanations: true } });
  const words = async (madeGoodBy = '2023-07-10') => ({ ...(await seen()), reason: '用地报批延后', measures: '倒排工期', madeGoodBy });
  const urge = (urgentReason = '') => issueUrge(context, matter.person('duchayuan'), id, { unitId: matter.unit('shangwu'), reason: '逾期', requirement: '说明', replyDays: 3, urgentReason, capReason: '' });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  beforeEach(async () => {
    context.clock.set(instantAt('2023-06-15', '09:00'));
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], deadline: '2023-05-31' });
    await signEverywhere(context, matter, id);
  });
  afterAll(() => context.done());

  test('the head explains and the supervisor sets a limit; deadline, light and turn stay as they were (R13)', async () => {
    const { deadline, yellowFrom, redFrom, turn } = await task();
    await explainOverdue(context, matter.person('shangwu-head'), id, await words());
    await answerExplanation(context, matter.person('duchashi'), id, { ...(await seen()), rectifyBy: '2023-06-30', answer: '同意' });
    expect(await task()).toMatchObject({ deadline, yellowFrom, redFrom, turn, extensionPending: false, explanations: [{ status: 'answered', rectifyBy: '2023-06-30', deadline: '2023-05-31' }] });
  });

  test('while the limit runs nobody is urged unless it is urgent, and nobody explains again; afterwards both may', async () => {
    await explainOverdue(context, matter.person('shangwu-head'), id, await words());
    await expect(explainOverdue(context, matter.person('shangwu-head'), id, await words())).rejects.toThrow('tasks.why_not.explanation_stage.explain');
    await answerExplanation(context, matter.person('duchashi'), id, { ...(await seen()), rectifyBy: '2023-06-30', answer: '同意' });
    await expect(urge()).rejects.toThrow(Refused);
    context.clock.set(instantAt('2023-07-03', '09:00'));
    await urge();
    await explainOverdue(context, matter.person('shangwu-head'), id, await words('2023-08-01'));
    expect((await task()).explanations.map((e) => e.status).sort()).toEqual(['answered', 'open']);
  });

  test('nobody explains before the deadline or promises yesterday, and nobody answers their own explanation', async () => {
    await expect(explainOverdue(context, matter.person('shangwu-head'), id, await words('2023-06-14'))).rejects.toThrow(Refused);
    await expect(explainOverdue(context, matter.person('shangwu'), id, await words())).rejects.toThrow('tasks.why_not.explanation.explain');
    context.clock.set(instantAt('2023-05-31', '09:00'));
    await expect(explainOverdue(context, matter.person('shangwu-head'), id, await words())).rejects.toThrow('tasks.why_not.past_deadline');
    context.clock.set(instantAt('2023-06-15', '09:00'));
    await explainOverdue(context, matter.person('shangwu-head'), id, await words());
    const samePerson = { ...matter.person('duchashi'), accountId: matter.person('shangwu-head').accountId };
    await expect(answerExplanation(context, samePerson, id, { ...(await seen()), rectifyBy: '2023-06-30', answer: '同意' })).rejects.toThrow('tasks.why_not.other_person');
  });
});
