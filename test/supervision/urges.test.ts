import { Forbidden, Refused } from '../../src/kernel/errors.ts';
import { issueUrges, planUrges } from '../../src/supervision/issue-urges.ts';
import { NO_SLIP_FILTER } from '../../src/supervision/slip-filter.ts';
import { countSlips } from '../../src/supervision/slip-queries.ts';
import { CAP_PARAMETERS } from '../../src/units/burden-caps.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('urging many at once on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let ids: number[];

  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    ids = [matter.taskId, await matter.childOf('yuhua'), await matter.childOf('changshaxian')];
  });
  afterEach(() => context.done());

  const words = { reason: '逾期', requirement: '请抓紧', replyDays: 3 };

  test('gives every line its own number, addressed to its own unit', async () => {
    const slips = await issueUrges(context, matter.person('duchayuan'), { ...words, taskIds: ids });
    expect(slips.map((s) => s.number)).toEqual(['长督催〔2023〕1号', '长督催〔2023〕2号', '长督催〔2023〕3号']);
    const rows = await context.db.slip.findMany({ orderBy: { id: 'asc' }, select: { unit: { select: { code: true } } } });
    expect(rows.map((r) => r.unit.code)).toEqual(['shangwu', 'yuhua', 'changshaxian']);
    const counts = ['duchashi', 'yuhua', 'fagai'].map((login) => countSlips(context, matter.person(login), NO_SLIP_FILTER));
    expect(await Promise.all(counts)).toEqual([3, 1, 0]);
  });

  test('tells beforehand which lines cannot be urged and why, and writes nothing', async () => {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    await submitTask(context, matter.person('shangwu-head'), matter.taskId, { version, completion: '完成' });
    const plan = await planUrges(context, matter.person('duchayuan'), [...ids, 999_999]);
    expect(plan.map((p) => p.whyNot?.key ?? null)).toEqual(['supervision.why_not.waits_for_supervisor', null, null]);
    expect(await context.db.slip.count()).toBe(0);
  });

  test('issues none where one of the lines has become impossible, and no number is lost', async () => {
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    await submitTask(context, matter.person('shangwu-head'), matter.taskId, { version, completion: '完成' });
    const error = await failureOf(issueUrges(context, matter.person('duchayuan'), { ...words, taskIds: ids }));
    expect((error as Refused).complaints.map((c) => c.key)).toEqual(['supervision.error.line_blocked']);
    expect([await context.db.slip.count(), await context.db.numberSeries.count({ where: { key: 'urge/2023' } })]).toEqual([0, 0]);
  });

  test('goes beyond the unit’s cap of the month with one reason for the batch, asked for beforehand', async () => {
    const more: number[] = [];
    for (let i = 0; i < CAP_PARAMETERS.slips.usual + 1; i += 1) more.push(await handOverTask(context, matter, matter.sentenceIds, { deadline: '2023-05-31', districtIds: [] }));
    await signEverywhere(context, matter, more[0] ?? 0);
    const plan = await planUrges(context, matter.person('duchayuan'), more);
    expect(plan.map((p) => p.beyond?.key ?? p.whyNot?.key ?? null)).toEqual([...more.slice(1).map(() => null), 'supervision.why_not.cap']);
    const error = await failureOf(issueUrges(context, matter.person('duchayuan'), { ...words, taskIds: more }));
    expect([(error as Refused).complaints.map((c) => c.key), await context.db.slip.count()]).toEqual([['supervision.error.batch_cap'], 0]);
    await issueUrges(context, matter.person('duchayuan'), { ...words, taskIds: more, capReason: '年底集中清理' });
    expect(await context.db.slip.findMany({ where: { capReason: { not: null } }, select: { taskId: true, capReason: true } })).toEqual([{ taskId: more.at(-1), capReason: '年底集中清理' }]);
  });

  test('is nothing for a bureau or a leader', async () => {
    for (const login of ['shangwu-head', 'shizhang']) expect(await failureOf(planUrges(context, matter.person(login), ids))).toBeInstanceOf(Forbidden);
  });
});
