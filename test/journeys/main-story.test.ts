import type { Express } from 'express';
import { seedCast } from '../../prisma/seeds/cast.ts';
import { People } from '../../prisma/seeds/people.ts';
import { seedPlan } from '../../prisma/seeds/plan.ts';
import { seedReference } from '../../prisma/seeds/reference.ts';
import { buildApp } from '../../src/app.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { CHECKLIST } from '../../src/filings/filing.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

// The story of the first issue, told through the browser's door only: every step is a page somebody opens or a form somebody sends.
describe.each(databases)('article 23 is carried out, on %s', (kind) => {
  let context: TestContext;
  let app: Express;
  let taskId = 0;
  const visitors = new Map<string, Visitor>();
  const as = async (login: string): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? await signInAs(app, login);
    visitors.set(login, visitor);
    return visitor;
  };
  const on = (day: string): void => { context.clock.set(instantAt(day, '10:00')); visitors.clear(); };
  const unitId = async (code: string): Promise<string> => String((await context.db.unit.findUniqueOrThrow({ where: { code } })).id);
  const version = async (): Promise<string> => String((await context.db.task.findUniqueOrThrow({ where: { id: taskId } })).version);
  const text = async (login: string, path: string): Promise<string> => {
    const page = await (await as(login)).get(path);
    expect(page.status).toBe(200);
    return page.text;
  };
  const send = async (login: string, path: string, fields: Record<string, string | string[]>): Promise<string> => {
    const answer = await (await as(login)).post(path, fields);
    if (answer.status !== 303) throw new Error(`${login} ${path}: ${answer.status} ${/<ul>[^]*?<\/ul>/.exec(answer.text)?.[0] ?? answer.text.slice(0, 300)}`);
    return answer.headers['location'] as string;
  };

  beforeAll(async () => {
    context = await testContext(kind, { now: '2023-01-09T09:00:00+08:00' });
    await seedReference(context);
    await seedCast(context);
    await seedPlan(context, (await People.of(context)).any('supervisor'));
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test('the supervisor opens the sentence, finds the form filled in and hands the task over to a bureau and nine districts', async () => {
    const sentence = await context.db.sentence.findFirstOrThrow({ where: { kind: 'body', cite: { startsWith: 'article:23/' } }, orderBy: { ordinal: 'asc' }, skip: 1 });
    const form = await text('duchashi', `/tasks/new?sentence=${sentence.id}`);
    expect(form).toContain(sentence.text.slice(0, 20));
    expect(form).toContain('第23条');
    const districts = (await context.db.unit.findMany({ where: { kind: 'district' } })).map((u) => String(u.id));
    const draft = await send('duchashi', '/tasks', {
      sentenceIds: String(sentence.id), title: '构建更高水平开放型经济新体制', requirement: '按月推进', standard: '印发方案并完成年度清单', contact: '', startOn: '2023-01-09', deadline: '2023-03-31',
      cycle: 'monthly', rollup: 'all', leadId: await unitId('shangwu'), supportIds: await unitId('fagai'), districtIds: districts,
    });
    taskId = Number(draft.split('/').pop());
    await send('duchashi', `/tasks/${taskId}/hand-over`, { version: await version() });
    const page = await text('duchashi', `/tasks/${taskId}`);
    expect(page).toContain('长督交〔2023〕1号-9');
    expect(page).toContain('市发展改革委');
  });

  test('the bureau finds it on its desk and signs; so do the supporting bureau and a district', async () => {
    on('2023-01-10');
    expect(await text('shangwu-head', '/')).toContain('构建更高水平开放型经济新体制');
    await send('shangwu-head', `/tasks/${taskId}/signature`, {});
    await send('fagai-head', `/tasks/${taskId}/signature`, {});
    const child = await context.db.task.findFirstOrThrow({ where: { parentId: taskId, leadUnit: { code: 'yuhua' } } });
    await send('yuhua-head', `/tasks/${child.id}/signature`, {});
    expect((await (await as('yuhua-head')).get(`/tasks/${taskId}`)).status).toBe(404);
  });

  const report = (progress: string, done: string, seen: string) => ({ version: seen, progress, done, problems: '', reasonCode: '', reasonNote: '', newDate: '', nextSteps: '继续推进', coordination: '' });
  const filing = () => context.db.filing.findFirst({ where: { taskId, assignment: { role: 'lead' } }, orderBy: { period: 'desc' }, include: { versions: { orderBy: { round: 'desc' } } } });
  const review = async (verdict: 'accepted' | 'returned', reason = ''): Promise<void> => {
    const sent = await filing();
    await send('duchashi', `/tasks/${taskId}/filings/${sent?.period ?? ''}/review`, {
      branch: String(sent?.assignmentId), version: String(sent?.version), digest: sent?.versions[0]?.digest ?? '', verdict, reason, ...(verdict === 'accepted' ? Object.fromEntries(CHECKLIST.map((point) => [`check_${point}`, '1'])) : {}),
    });
  };

  test('it reports for January, is accepted, reports for February, is returned once and reports again', async () => {
    on('2023-02-02');
    await send('shangwu-head', `/tasks/${taskId}/filings/2023-01/submission`, report('30', '方案已印发', '0'));
    await review('accepted');
    on('2023-03-02');
    await send('shangwu-head', `/tasks/${taskId}/filings/2023-02/submission`, report('65', '年度清单完成六成', '0'));
    await review('returned', '请补充数据来源');
    expect(await text('shangwu-head', `/tasks/${taskId}/filings/2023-02`)).toContain('请补充数据来源');
    await send('shangwu-head', `/tasks/${taskId}/filings/2023-02/submission`, report('66', '年度清单完成六成，数据来自商务统计直报系统', String((await filing())?.version)));
    await review('accepted');
  });

  test('it runs over its deadline and the inspector finds it, whose turn it is and why it is red', async () => {
    on('2023-04-04');
    const list = await text('duchayuan', '/supervision');
    expect(list).toContain('构建更高水平开放型经济新体制');
    expect(list).toContain('市商务局');
    expect(await text('duchayuan', `/tasks/${taskId}`)).toContain('已过办理时限 2023-03-31，逾期 4 天');
    expect(await text('duchayuan', '/tasks?overdue=1&q=%E5%BC%80%E6%94%BE')).toContain(`/tasks/${taskId}`);
  });

  test('the head asks to close, the supervisor closes, and the timeline tells it all', async () => {
    await send('shangwu-head', `/tasks/${taskId}/submission`, { version: await version(), completion: '方案印发，清单完成' });
    await send('duchashi', `/tasks/${taskId}/closing`, { version: await version(), standardMet: '1', note: '同意' });
    const page = await text('shangwu-head', `/tasks/${taskId}`);
    for (const word of ['已办结', '超过时限 2023-03-31', '退回', '签收', '交办']) expect(page).toContain(word);
    expect(await text('shizhang', '/tasks?closedLate=1')).toContain('构建更高水平开放型经济新体制');
  });
});
