import { seedPlan } from '../../prisma/seeds/plan.ts';
import { buildApp } from '../../src/app.ts';
import { assembleCast, handOverTask, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

/** The number that a link shows, by the address it leads to. */
const numberAt = (html: string, address: string): number => {
  const link = html.split('<a ').find((part) => part.includes(`href="${address.replaceAll('&', '&amp;').replaceAll('=', '&#x3D;')}"`) || part.includes(`href="${address}"`));
  return Number(/(\d+)\D*$/.exec((link ?? '').split('</a>')[0]?.replace(/<[^>]*>/g, '') ?? '')?.[1] ?? Number.NaN);
};
const rowsIn = (html: string): number => html.split('<tr data-row').length - 1;

describe('whoever reads the Changsha plan', () => {
  let context: TestContext;
  let cast: Cast;
  let supervisor: Visitor;
  let bureau: Visitor;
  let planId: number;
  let covered: { id: number; ordinal: number };
  beforeAll(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    planId = await seedPlan(context, cast.person('duchashi'));
    covered = await context.db.sentence.findFirstOrThrow({ where: { planId, cite: 'article:23/paragraph:1/sentence:1' } });
    await handOverTask(context, cast, [covered.id]);
    const app = buildApp(context);
    supervisor = await signInAs(app, 'duchashi');
    bureau = await signInAs(app, 'fagai');
  });
  afterAll(() => context.done());

  test('finds the whole text on one page of moderate size, every sentence at its permalink', async () => {
    const { text } = await supervisor.get(`/plans/${planId}`);
    const sentences = await context.db.sentence.count({ where: { planId } });
    expect(text.match(/id="s-\d+"/g)).toHaveLength(sentences);
    expect(Buffer.byteLength(text)).toBeLessThan(160_000);
  });

  test('is led from a sentence to its place in the text', async () => {
    const { status, headers } = await supervisor.get(`/sentences/${covered.id}`);
    expect([status, headers['location']]).toEqual([302, `/plans/${planId}?s=${covered.ordinal}#s-${covered.ordinal}`]);
  });

  test('sees citation, task and lead of a chosen sentence, and a supervisor may make another task of it', async () => {
    const { text } = await supervisor.get(`/plans/${planId}?s=${covered.ordinal}`);
    expect(text).toContain('第23条第1段第1句');
    expect(text).toContain('建设国际消费中心城市');
    expect(text).toContain(`/tasks/new?sentence=${covered.id}`.replace('=', '&#x3D;'));
    expect((await bureau.get(`/plans/${planId}?s=${covered.ordinal}`)).text).not.toContain('/tasks/new');
  });

  test('is told of tasks that belong to others, but not which', async () => {
    const other = await context.db.sentence.findFirstOrThrow({ where: { planId, cite: 'article:24/paragraph:1/sentence:1' } });
    await handOverTask(context, cast, [other.id], { title: '别的单位的任务', leadId: cast.unit('gongxin'), supportIds: [], districtIds: [] });
    const { text } = await bureau.get(`/plans/${planId}?s=${other.ordinal}`);
    expect([text.includes('别的单位的任务'), text.includes('另有 1 项任务由其他单位承办')]).toEqual([false, true]);
  });

  test('opens with every number exactly the list that it counts', async () => {
    const overview = (await supervisor.get(`/plans/${planId}/overview`)).text;
    for (const state of ['covered', 'partly', 'exempt', 'statement']) {
      const address = `/plans/${planId}/commitments?state=${state}`;
      expect(rowsIn((await supervisor.get(address)).text)).toBe(numberAt(overview, address));
    }
  });

  test('goes from gap to gap, and sees only gaps marked when asking for them', async () => {
    const first = await supervisor.get(`/plans/${planId}?show=gap`);
    expect(first.text).not.toContain('mark-green');
    const next = /rel="next" href="([^"]+)" data-next-gap/.exec(first.text)?.[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ?? '';
    const { text } = await supervisor.get(`/plans/${planId}${next.split('#')[0] ?? ''}`);
    expect(text).toMatch(/mark-gap"[^>]*aria-current="true"/);
    expect(text).toContain('rel="next"');
  });

  test('takes the gaps away as a table in which no cell can be a formula', async () => {
    await context.db.commitment.updateMany({ where: { planId, ordinal: 3 }, data: { text: '=HYPERLINK("http://x")' } });
    const { text, headers } = await supervisor.get(`/plans/${planId}/commitments.csv?state=gap`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toContain(`"'=HYPERLINK`);
    expect((await supervisor.get(`/plans/${planId}/commitments.xlsx?state=gap`)).status).toBe(200);
  });

  test('gets nonsense in the address as if it was not there, and no plan as not found', async () => {
    expect((await supervisor.get(`/plans/${planId}?show=x&chapter=zz&s=-1`)).status).toBe(200);
    expect((await supervisor.get(`/plans/${planId}?s=99999`)).status).toBe(404);
    expect((await supervisor.get('/plans/4711')).status).toBe(404);
    expect((await supervisor.get('/plans/1e3')).status).toBe(404);
  });

  test('is not the administrator', async () => {
    const admin = await signInAs(buildApp(context), 'admin');
    expect((await admin.get(`/plans/${planId}`)).status).toBe(403);
  });
});
