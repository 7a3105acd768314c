import { buildApp } from '../../src/app.ts';
import { changedWords } from '../../src/coverage/changed-words.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { draftPlan } from '../../src/plans/draft-plan.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const PUBLICATION = { version: '1', title: '修改版', shortTitle: '修改版', issuingBody: '', adoptedOn: '', startsOn: '2021-01-01', endsOn: '2025-12-31' };

describe.each(databases)('a changed version of a plan on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  let supervisor: Visitor;
  let draft: string;
  beforeEach(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    const { planId } = await importPlan(context, cast);
    const commitments = await context.db.commitment.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } });
    for (const sentenceId of new Set(commitments.map((c) => c.sentenceId))) await handOverTask(context, cast, [sentenceId], { districtIds: [] });
    const { sourceText } = await context.db.plan.findUniqueOrThrow({ where: { id: planId } });
    const drafted = await draftPlan(context, cast.person('duchashi'), { text: sourceText.replace('7000亿元', '8000亿元'), format: 'txt', encoding: null, fileName: 'v2.txt' });
    draft = `/plans/drafts/${'draftId' in drafted ? drafted.draftId : 0}`;
    supervisor = await signInAs(buildApp(context), 'duchashi');
  });
  afterEach(() => context.done());

  test('is shown beside the plan that it would replace before anybody accepts it, with the tasks it touches', async () => {
    expect((await supervisor.get(draft)).text).toContain(`${draft}/changes`);
    const { text } = await supervisor.get(`${draft}/changes`);
    for (const words of ['数字变化', '<mark>7000</mark>亿元', '<mark>8000</mark>亿元', '涉及 1 项任务']) expect(text).toContain(words);
    expect(await context.db.plan.count()).toBe(1);
  });

  test('takes over the tasks of sentences that stayed word for word, once, and leaves the changed one a gap', async () => {
    const published = (await supervisor.post(`${draft}/publication`, PUBLICATION)).headers['location'] ?? '';
    const gaps = async () => (await coverageOfPlan(context, Number(published.split('/').at(-1)), '2023-06-15')).commitments.filter((c) => c.state === 'gap').length;
    const all = await gaps();
    await supervisor.post(`${published}/carrying`);
    const left = await gaps();
    expect([all > left, left > 0]).toEqual([true, true]);
    const links = await context.db.taskSource.count();
    await supervisor.post(`${published}/carrying`);
    expect(await context.db.taskSource.count()).toBe(links);
  });

  test('has the task of the changed sentence confirmed again by a supervisor, after which the new sentence is covered', async () => {
    const published = (await supervisor.post(`${draft}/publication`, PUBLICATION)).headers['location'] ?? '';
    expect((await supervisor.get('/')).text).toContain('新版本，待承接任务');
    expect((await supervisor.post(`${published}/carrying`)).headers['location']).toBe(`${published}/suspects`);
    const [suspect] = await context.db.suspectLink.findMany();
    expect([(await supervisor.get(`${published}/suspects`)).text.includes('数字变化'), (await supervisor.get('/desk/suspect')).status]).toEqual([true, 200]);
    expect((await supervisor.post(`/suspects/${suspect?.id ?? 0}/verdict`, { version: '1', verdict: 'adjusted', note: '' })).text).toContain('请写明调整内容');
    expect((await supervisor.post(`/suspects/${suspect?.id ?? 0}/verdict`, { version: '1', verdict: 'adjusted', note: '目标改为8000亿元' })).status).toBe(303);
    expect((await supervisor.post(`/suspects/${suspect?.id ?? 0}/verdict`, { version: '1', verdict: 'confirmed' })).status).toBe(409);
    const { commitments } = await coverageOfPlan(context, Number(published.split('/').at(-1)), '2023-06-15');
    expect(commitments.find((c) => c.sentenceId === suspect?.afterId)?.state).toBe('covered');
    expect(await context.db.auditEvent.count({ where: { event: 'task.source_adjusted', subject: `task:${suspect?.taskId ?? 0}` } })).toBe(1);
  });

  test('is not compared by anybody who may not import', async () => {
    const clerk = await signInAs(buildApp(context), 'shangwu');
    expect((await clerk.get(`${draft}/changes`)).status).toBe(403);
  });
});

describe('of two versions of a sentence', () => {
  test.each([
    ['市域常住人口突破1000万人。', '市域常住人口突破1100万人。', ['市域常住人口突破', '1000', '万人。']],
    ['建设博物馆。', '建设新的博物馆。', ['建设', '', '博物馆。']],
    ['建设新的博物馆。', '建设博物馆。', ['建设', '新的', '博物馆。']],
    ['增长7.5%以上', '增长7.8%以上', ['增长', '7.5%', '以上']],
    ['做好工作。', '做好工作。', ['做好工作。', '', '']],
  ])('what stands only in “%s” is set off from “%s”, numbers whole', (text, other, wanted) => {
    expect(Object.values(changedWords(text, other))).toEqual(wanted);
  });
});
