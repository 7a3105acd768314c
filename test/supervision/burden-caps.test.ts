import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { timelineOf } from '../../src/audit/audit-queries.ts';
import { EMPTY_TEXT } from '../../src/filings/filing.ts';
import { fieldsAsked } from '../../src/filings/fields-asked.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { Refused } from '../../src/kernel/errors.ts';
import { passesIn } from '../../src/supervision/burden-pass-queries.ts';
import { burdenOf } from '../../src/supervision/burden-queries.ts';
import { burdenTrend, monthsThrough } from '../../src/supervision/burden-trend-queries.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { addBranch } from '../../src/tasks/add-branch.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { CAP_PARAMETERS } from '../../src/units/burden-caps.ts';
import { issueTask } from '../../src/tasks/issue-task.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

const [HANDED_CAP, INSTRUCTION_CAP] = [CAP_PARAMETERS.handed.usual, CAP_PARAMETERS.instructions.usual];

test.each([[{}, false, 5], [{}, true, 6], [{ noChange: true }, false, 2], [{ reasonCode: 'funds' as const }, true, 8], [{ confidence: 'low' as const }, false, 6]])('a report with %j asks for the fields that were on the page', (over, hasValue, count) => {
  expect(fieldsAsked({ ...EMPTY_TEXT, ...over }, hasValue)).toBe(count);
});

test('the months of a trend end with the one that is looked at', () => {
  expect([monthsThrough('2023-02').at(0), monthsThrough('2023-02').at(-1)]).toEqual(['2022-03', '2023-02']);
});

describe.each(databases)('beyond a unit\'s cap of the month, on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  const draft = async (): Promise<{ id: number; version: number }> => {
    const { id } = await createTask(context, matter.person('duchashi'), {
      title: '清理惠企政策', requirement: '逐条清理', standard: '清单公布', contact: '', startOn: '2023-06-15', deadline: '2023-12-31', cycle: 'once',
      leadId: matter.unit('shangwu'), responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all', sentenceIds: matter.sentenceIds.slice(0, 1),
    });
    return context.db.task.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
  };

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    for (let i = 0; i < HANDED_CAP; i += 1) {
      const { id, version } = await draft();
      await issueTask(context, matter.person('duchashi'), id, { version });
    }
  });
  afterAll(() => context.done());

  test('one more task is handed over only with a reason, which stands in the log and in the account', async () => {
    const { id, version } = await draft();
    expect(await failureOf(issueTask(context, matter.person('duchashi'), id, { version }))).toBeInstanceOf(Refused);
    await issueTask(context, matter.person('duchashi'), id, { version, capReason: '=省里限期部署' });
    expect((await passesIn(context, '2023-06')).map((p) => [p.kind, p.unit, p.reason])).toEqual([['handed', '市商务局', '=省里限期部署']]);
    expect((await timelineOf(context, `task:${id}`)).find((e) => e.event === 'task.issued')?.data).toMatchObject({ capReason: '=省里限期部署' });
  });

  test('a unit that is added to a task later is capped as the others', async () => {
    const elsewhere = await context.db.task.findFirstOrThrow({ where: { leadUnitId: matter.unit('yuhua') }, select: { id: true, version: true } });
    const added = { version: elsewhere.version, role: 'support' as const, dueOn: '2023-12-31', reason: '共同推进', unitId: matter.unit('shangwu') };
    expect(await failureOf(addBranch(context, matter.person('duchashi'), elsewhere.id, added))).toBeInstanceOf(Refused);
    await addBranch(context, matter.person('duchashi'), elsewhere.id, { ...added, capReason: '市级部门须到场' });
    expect((await passesIn(context, '2023-06')).map((p) => p.reason)).toEqual(['=省里限期部署', '市级部门须到场']);
  });

  test('on the page the refusal opens a field for the reason', async () => {
    const visitor = await signInAs(app, 'duchashi');
    const { id, version } = await draft();
    const refused = await visitor.post(`/tasks/${id}/hand-over`, { version: String(version) });
    expect([refused.status, refused.text.includes('继续交办须写明理由'), refused.text.includes('name="capReason"')]).toEqual([422, true, true]);
    expect((await visitor.post(`/tasks/${id}/hand-over`, { version: String(version), capReason: '专项行动' })).status).toBe(303);
  });

  test('so it is with instructions; the next month begins anew', async () => {
    const wish = { text: '抓紧', givenOn: '2023-06-15', dueOn: '2023-07-20', leaderId: null };
    const leader = matter.person('shizhang');
    for (let i = 0; i < INSTRUCTION_CAP; i += 1) await registerInstruction(context, leader, matter.taskId, wish);
    expect(await failureOf(registerInstruction(context, leader, matter.taskId, wish))).toBeInstanceOf(Refused);
    await registerInstruction(context, leader, matter.taskId, { ...wish, capReason: '汛期急办' });
    context.clock.set(instantAt('2023-07-03', '09:00'));
    await registerInstruction(context, leader, matter.taskId, wish);
    const { id, version } = await draft();
    await issueTask(context, matter.person('duchashi'), id, { version });
  });

  test('account, trend and file say the same, and what was typed is no formula', async () => {
    const [row] = await burdenOf(context, '2023-06');
    const month = (await burdenTrend(context, '2023-07', matter.unit('shangwu'))).find((m) => m.month === '2023-06');
    expect(row).toMatchObject({ unit: '市商务局', counts: { handed: HANDED_CAP + 3, instructions: INSTRUCTION_CAP + 1 }, fields: INSTRUCTION_CAP + 1, messages: 0 });
    expect(month).toMatchObject({ counts: row?.counts, total: row?.total });
    const visitor = await signInAs(app, 'duchashi');
    const csv = (await visitor.get('/supervision/burden/export.csv?month=2023-06')).text;
    expect(csv).toContain(",'=省里限期部署；市级部门须到场；专项行动；汛期急办\r\n");
    expect((await visitor.download('/supervision/burden/export.xlsx?month=2023-06')).status).toBe(200);
    expect((await visitor.get('/supervision/burden?month=2023-06')).text).toContain('汛期急办');
  });
});
