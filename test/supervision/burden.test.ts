import { instantAt } from '../../src/kernel/clock.ts';
import { burdenOf, burdenOfUnit } from '../../src/supervision/burden-queries.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { countSlips } from '../../src/supervision/slip-queries.ts';
import { NO_SLIP_FILTER } from '../../src/supervision/slip-filter.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('the burden account on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    const inspector = matter.person('duchayuan');
    const slip = { unitId: matter.unit('shangwu'), reason: '逾期', requirement: '抓紧', replyDays: 3, urgentReason: '', capReason: '' };
    await issueUrge(context, inspector, matter.taskId, slip);
    const problems = [{ description: '未开工', requirement: '倒排', dueOn: '2023-07-31' }];
    await recordVerification(context, inspector, matter.taskId, { method: 'site', visitedOn: '2023-06-14', place: '街区', people: '何立新', finding: '未开工', verdict: 'untrue', foundProgress: 0, confidence: 'medium', capReason: '', sampleId: null, problems });
    await registerInstruction(context, matter.person('shizhang'), matter.taskId, { text: '抓紧', givenOn: '2023-06-15', dueOn: '2023-06-29', leaderId: null });
    context.clock.set(instantAt('2023-07-03', '09:00'));
    await issueUrge(context, inspector, matter.taskId, slip);
  });
  afterAll(() => context.done());

  test('counts for a month what was asked of each unit, the most burdened first', async () => {
    expect((await burdenOf(context, '2023-06')).map((r) => [r.unit, r.counts])).toEqual([['市商务局', { handed: 0, reports: 0, slips: 1, verifications: 1, problems: 1, instructions: 1 }]]);
    expect((await burdenOf(context, '2023-07')).map((r) => [r.unit, r.total])).toEqual([['市商务局', 1]]);
  });

  test('counts a hand-over for every unit that has a branch in it', async () => {
    const rows = await burdenOf(context, '2023-01');
    expect(rows.map((r) => [r.unit, r.counts.handed]).sort()).toEqual([['市发展改革委', 1], ['市商务局', 1], ['长沙县', 1], ['雨花区', 1]].sort());
    for (const row of rows) expect((await burdenOfUnit(context, row.unitId, '2023-01')).handed).toHaveLength(row.counts.handed);
  });

  test('shows the number of lines that its link opens', async () => {
    for (const row of await burdenOf(context, '2023-06')) expect(await countSlips(context, matter.person('shizhang'), { ...NO_SLIP_FILTER, unit: row.unitId, month: '2023-06' })).toBe(row.counts.slips);
  });
});
