import { instantAt } from '../../src/kernel/clock.ts';
import { moveCoordination } from '../../src/filings/move-coordination.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { EMPTY_TEXT } from '../../src/filings/filing.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { moveFinding } from '../../src/supervision/move-finding.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { replyToSlip } from '../../src/supervision/reply-to-slip.ts';
import { arbitrateObjection } from '../../src/tasks/arbitrate-objection.ts';
import { archiveTask } from '../../src/tasks/archive-task.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { objectToAssignment } from '../../src/tasks/object-to-assignment.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { takeBackExtension } from '../../src/tasks/take-back-extension.ts';
import { buildApp } from '../../src/app.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('a closed task on which much is open, on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  let id: number;

  beforeAll(async () => {
    context = await testContext(kind, { now: '2023-06-01T10:00:00+08:00' });
    cast = await assembleCast(context);
    const { sentenceIds } = await importPlan(context, cast);
    id = await handOverTask(context, cast, sentenceIds, { districtIds: [], handedOverOn: '2023-06-01', startOn: '2023-06-01' });
    await objectToAssignment(context, cast.person('fagai-head'), id, (await branchOf('fagai')).id, { version: 1, reason: '不属于本单位职责' });
    await signAssignment(context, cast.person('shangwu-head'), id);
    await leaveOpen();
    await submitTask(context, cast.person('shangwu-head'), id, { version: await version(), completion: '已完成' });
    await closeTask(context, cast.person('duchashi'), id, { version: await version(), standardMet: '1', note: '' });
  });
  afterAll(() => context.done());

  const version = async (): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id } })).version;
  const branchOf = (code: string) => context.db.assignment.findFirstOrThrow({ where: { taskId: id, unitId: cast.unit(code) } });
  const archive = async (): Promise<void> => archiveTask(context, cast.person('duchashi'), id, { version: await version() });

  /** One of each that somebody has still to answer, settle, decide, strike off or close. */
  async function leaveOpen(): Promise<void> {
    const inspector = cast.person('duchayuan');
    const head = cast.person('shangwu-head');
    await issueUrge(context, inspector, id, { unitId: cast.unit('shangwu'), reason: '紧急', requirement: '抓紧', replyDays: 3, urgentReason: '汛期', capReason: '' });
    const { id: filingId } = await saveFiling(context, head, { taskId: id, period: '2023-06' }, { ...EMPTY_TEXT, version: 0, auto: false, progress: 50, done: '推进' });
    const now = context.clock.now();
    await context.db.coordination.create({ data: { taskId: id, filingId, unitId: cast.unit('shangwu'), period: '2023-06', matter: '请协调用地', status: 'answered', owner: 'supervisor', dueOn: '2023-06-08', raisedAt: now, raisedById: head.accountId, ownedSince: now, answeredById: cast.person('duchashi').accountId } });
    const { id: found } = await recordVerification(context, inspector, id, {
      method: 'site', visitedOn: '2023-06-01', place: '街区', people: '何立新', finding: '未开工', verdict: 'untrue', foundProgress: 0, confidence: 'low', capReason: '', sampleId: null, problems: [{ description: '台账不全', requirement: '补齐', dueOn: '2023-06-20' }],
    });
    await moveFinding(context, head, found, 'object', { version: 0, words: '已开工' });
    await registerInstruction(context, cast.person('shizhang'), id, { leaderId: null, givenOn: '2023-06-01', text: '抓紧', dueOn: '2023-07-01' });
    await askExtension(context, head, id, { version: await version(), toDeadline: '2024-03-31', reason: '用地', progressNote: '推进中' });
  }

  /** How each comes to its end, in the order in which the archive asks for them. */
  const steps: [reason: string, settle: () => Promise<unknown>][] = [
    ['extension_decided', async () => takeBackExtension(context, cast.person('shangwu-head'), id, { version: await version(), reason: '已办结' })],
    ['slips_answered', async () => replyToSlip(context, cast.person('shangwu-head'), (await context.db.slip.findFirstOrThrow()).id, { version: 1, reply: '已办结' })],
    ['coordinations_ended', async () => moveCoordination(context, cast.person('shangwu-head'), (await context.db.coordination.findFirstOrThrow()).id, 'settle', { version: 1, words: '已解决' })],
    ['findings_decided', async () => moveFinding(context, cast.person('duchashi'), (await context.db.verification.findFirstOrThrow()).id, 'dismiss', { version: 1, words: '维持' })],
    ['problems_ended', async () => {
      const problem = (await context.db.problem.findFirstOrThrow()).id;
      await moveProblem(context, cast.person('shangwu-head'), problem, 'rectify', { version: 1, words: '已补齐' });
      await moveProblem(context, cast.person('duchayuan'), problem, 'confirm', { version: 2, words: '属实' });
      await expect(archive()).rejects.toThrow('tasks.why_not.problems_ended');
      await moveProblem(context, cast.person('duchashi'), problem, 'strike_off', { version: 3, words: '销号' });
    }],
    ['instructions_closed', async () => {
      const instruction = (await context.db.instruction.findFirstOrThrow()).id;
      await moveInstruction(context, cast.person('shangwu-head'), instruction, 'reply', { version: 1, words: '已落实' });
      await moveInstruction(context, cast.person('shizhang'), instruction, 'close', { version: 2, words: '已阅' });
    }],
    ['objections_decided', async () => {
      const { id: branch, version: seen } = await branchOf('fagai');
      await arbitrateObjection(context, cast.person('duchashi'), id, branch, { version: seen, ruling: 'relieve', unitId: null, reason: '任务已办结' });
    }],
  ];

  test('says on its page all that is open, to the supervisor whose act the archive is', async () => {
    context.clock.set(instantAt('2023-06-01', '11:00'));
    const app = buildApp(context);
    const read = async (login: string): Promise<string> => (await (await signInAs(app, login)).get(`/tasks/${String(id)}`)).text;
    const page = await read('duchashi');
    for (const words of ['暂不能归档', '延期申请未了结', '未回复', '需协调事项未了结', '核查结论的异议未裁定', '未销号', '批示未办结', '职责异议未裁定']) expect(page).toContain(words);
    expect(await read('shangwu-head')).not.toContain('暂不能归档');
  });

  test.each(steps.map(([reason], i) => [reason, i] as const))('is not archived before: %s', async (reason, i) => {
    await expect(archive()).rejects.toThrow(`tasks.why_not.${reason}`);
    await steps[i]?.[1]();
  });

  test('waits for the days in which the unit may still object to a later finding, and says until when', async () => {
    const { id: found } = await recordVerification(context, cast.person('duchayuan'), id, {
      method: 'paper', visitedOn: '2023-06-01', place: '档案', people: '何立新', finding: '材料齐全', verdict: 'true', foundProgress: 100, confidence: 'high', capReason: '', sampleId: null, problems: [],
    });
    expect(await context.db.verification.findUniqueOrThrow({ where: { id: found } })).toMatchObject({ objectUntil: '2023-06-08' });
    const visitor = await signInAs(buildApp(context), 'duchashi');
    expect((await visitor.get(`/tasks/${String(id)}`)).text).toContain('异议期到 2023-06-08 为止');
    const refused = await visitor.post(`/tasks/${String(id)}/archiving`, { version: String(await version()) });
    expect([refused.status, refused.text.includes('异议期到 2023-06-08 为止')]).toEqual([403, true]);
    context.clock.set(instantAt('2023-06-09', '09:00'));
  });

  test('waits for a finding of before its term stood in the record, too', async () => {
    const found = await context.db.verification.findFirstOrThrow({ where: { taskId: id }, orderBy: { id: 'desc' } });
    await context.db.verification.create({ data: { ...found, id: found.id + 1, number: '长督核〔2023〕99号', objectUntil: null } });
    await expect(archive()).rejects.toThrow('tasks.why_not.finding_terms_over');
    context.clock.set(instantAt('2023-06-16', '09:00'));
  });

  test('is archived when nothing is open any more', async () => {
    await archive();
    expect(await context.db.task.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'archived', archivedById: cast.person('duchashi').accountId });
  });
});
