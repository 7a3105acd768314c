import { buildApp } from '../../src/app.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { deskField } from '../../src/coverage/desk-form.ts';
import { learnedReference, withLearned } from '../../src/tasks/learned-suggestions.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

describe.each(databases)('a supervisor at the decomposition desk on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  let supervisor: Visitor;
  let planId: number;
  let address: string;
  const open = async () => (await coverageOfPlan(context, planId, '2023-06-15')).commitments.filter((c) => c.state === 'gap');
  const row = (id: number, more: Record<string, string> = {}): Record<string, string> => ({
    [deskField('take', id)]: '1', [deskField('lead', id)]: '市商务局', [deskField('responsible', id)]: '', [deskField('support', id)]: '市发展改革委',
    [deskField('deadline', id)]: '2025-12-31', [deskField('standard', id)]: '完成', ...more,
  });
  beforeEach(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    ({ planId } = await importPlan(context, cast));
    const chapter = await context.db.planNode.findFirstOrThrow({ where: { planId, level: 'chapter' } });
    address = `/plans/${planId}/desk?chapter=${chapter.id}`;
    supervisor = await signInAs(buildApp(context), 'duchashi');
  });
  afterEach(() => context.done());

  test('finds every open commitment of the chapter in its own row', async () => {
    const { text } = await supervisor.get(address);
    for (const { id } of await open()) expect(text).toContain(`name="${deskField('lead', id)}"`);
  });

  test('hands out all that is ticked in one go, and the gaps are gone', async () => {
    const gaps = await open();
    const answer = await supervisor.post(address, Object.assign({ act: 'issue', cycle: 'quarterly' }, ...gaps.map((c) => row(c.id))) as Record<string, string>);
    expect([answer.status, answer.headers['location']]).toEqual([303, address]);
    expect(await open()).toEqual([]);
    const tasks = await context.db.task.findMany({ include: { leadUnit: true, sources: true } });
    expect(tasks.map((task) => [task.status, task.leadUnit?.code, task.sources.length])).toEqual(gaps.map(() => ['issued', 'shangwu', 1]));
  });

  test('takes one commitment of a sentence and leaves its neighbour a gap', async () => {
    const [first, ...others] = await open();
    await supervisor.post(address, { act: 'draft', cycle: 'quarterly', ...row(first?.id ?? 0, { [deskField('districts', first?.id ?? 0)]: '1' }) });
    expect((await open()).map((c) => c.id)).toEqual(others.map((c) => c.id));
    expect(await context.db.task.count({ where: { status: 'draft' } })).toBe(1);
  });

  test('makes no task at all where one row names a unit that there is not, and keeps what was typed', async () => {
    const [first, second] = await open();
    const wrong = row(second?.id ?? 0, { [deskField('lead', second?.id ?? 0)]: '市无名局' });
    const { status, text } = await supervisor.post(address, { act: 'issue', cycle: 'quarterly', ...row(first?.id ?? 0), ...wrong });
    expect([status, text.includes('没有名为“市无名局”的单位'), text.includes('value="市无名局"')]).toEqual([422, true, true]);
    expect(await context.db.task.count()).toBe(0);
  });

  test('makes no task at all where one row breaks a rule of tasks', async () => {
    const [first, second] = await open();
    const late = row(second?.id ?? 0, { [deskField('deadline', second?.id ?? 0)]: '2030-01-01' });
    const { status } = await supervisor.post(address, { act: 'issue', cycle: 'quarterly', ...row(first?.id ?? 0), ...late });
    expect([status, await context.db.task.count()]).toEqual([422, 0]);
  });

  test('hands over or takes back the drafts that were made before, and the gaps come and go with them', async () => {
    const [first, second] = await open();
    await supervisor.post(address, { act: 'draft', cycle: 'quarterly', ...row(first?.id ?? 0), ...row(second?.id ?? 0) });
    const [one, two] = (await context.db.task.findMany({ orderBy: { id: 'asc' } })).map((task) => `${task.id}:${task.version}`);
    expect((await supervisor.get(address)).text).toContain('待交办的草稿（2）');
    expect((await supervisor.post(address.replace('/desk', '/desk/drafts'), { act: 'discard', draft: one ?? '' })).status).toBe(303);
    expect((await open()).map((c) => c.id)).toContain(first?.id);
    expect((await supervisor.post(address.replace('/desk', '/desk/drafts'), { act: 'issue', draft: two ?? '' })).status).toBe(303);
    expect((await supervisor.post(address.replace('/desk', '/desk/drafts'), { act: 'issue', draft: two ?? '' })).status).toBe(409);
    expect((await context.db.task.findMany({ orderBy: { id: 'asc' } })).map((task) => task.status)).toEqual(['withdrawn', 'issued']);
  });

  test('leaves one undecomposed with a reason while others are handed out, and another supervisor agrees at the desk', async () => {
    const [first, second] = await open();
    const version = { [deskField('version', second?.id ?? 0)]: '1' };
    const both = await supervisor.post(address, { act: 'issue', cycle: 'quarterly', ...version, ...row(second?.id ?? 0, { [deskField('reason', second?.id ?? 0)]: '由市场主体实施' }) });
    expect([both.status, both.text.includes('请只留一样')]).toEqual([422, true]);
    await supervisor.post(address, { act: 'issue', cycle: 'quarterly', ...row(first?.id ?? 0), ...version, [deskField('reason', second?.id ?? 0)]: '由市场主体实施' });
    const colleague = await signInAs(buildApp(context), 'duchashi2');
    expect((await colleague.get(address)).text).toContain('待确认的不分解（1）');
    const { headers } = await colleague.post(`/commitments/${second?.id ?? 0}/confirmation`, { version: '2', back: 'desk' });
    expect(headers['location']).toBe(address);
    const { commitments } = await coverageOfPlan(context, planId, '2023-06-15');
    expect([first, second].map((c) => commitments.find((one) => one.id === c?.id)?.state)).toEqual(['covered', 'exempt']);
  });

  test('is asked to tick something, and a bureau is not let in', async () => {
    expect((await supervisor.post(address, { act: 'issue', cycle: 'quarterly' })).text).toContain('请至少勾选一项');
    const bureau = await signInAs(buildApp(context), 'shangwu');
    expect((await bureau.get(address)).status).toBe(403);
  });

  test('is shown next time that a like text went to a unit, and why', async () => {
    const [first] = await open();
    const { text } = await context.db.commitment.findUniqueOrThrow({ where: { id: first?.id ?? 0 } });
    await handOverTask(context, cast, [first?.sentenceId ?? 0], { leadId: cast.unit('gongxin'), supportIds: [], districtIds: [] });
    const [best] = withLearned({ text, suggested: [{ unit: 'shangwu', role: 'lead', score: 0.6, because: ['消费'] }], stated: null }, await learnedReference(context));
    expect([best?.unit, best?.role, best?.learned]).toEqual(['gongxin', 'lead', ['第1条']]);
    expect((await supervisor.get(`/tasks/new?sentence=${first?.sentenceId ?? 0}`)).text).toContain('因第1条已交市工信局');
  });
});

describe('two supervisors beside a sentence', () => {
  test('leave a commitment undecomposed: one gives the reason, the other confirms', async () => {
    const context = await testContext('sqlite');
    const cast = await assembleCast(context);
    const { planId } = await importPlan(context, cast);
    const commitment = await context.db.commitment.findFirstOrThrow({ where: { planId }, include: { sentence: true } });
    const [first, second] = [await signInAs(buildApp(context), 'duchashi'), await signInAs(buildApp(context), 'duchashi2')];
    const place = `/plans/${planId}?s=${commitment.sentence.ordinal}`;
    expect((await first.post(`/commitments/${commitment.id}/exemption`, { version: '1', reason: '' })).text).toContain('请写明不分解的理由');
    expect((await first.post(`/commitments/${commitment.id}/exemption`, { version: '1', reason: '由市场主体实施' })).status).toBe(303);
    expect((await first.get(place)).text).toContain('不分解须由另一位督查人员确认');
    expect((await first.post(`/commitments/${commitment.id}/confirmation`, { version: '2' })).status).toBe(403);
    expect((await second.post(`/commitments/${commitment.id}/confirmation`, { version: '2' })).status).toBe(303);
    expect((await second.get(place)).text).toContain('mark-none');
    await context.done();
  });
});
