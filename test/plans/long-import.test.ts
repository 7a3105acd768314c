import { buildApp } from '../../src/app.ts';
import { beginImport } from '../../src/plans/begin-import.ts';
import { LONG_FILE } from '../../src/plans/import-run.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { longPlan } from '../load/long-plan.ts';
import { wordFile } from './import/make-documents.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const PATIENCE_MS = 100;
/** What the desk suggests as lead in each row. */
const leadsIn = (html: string): string[] => html.split('<input').filter((part) => part.includes('name="lead-')).map((part) => /value="([^"]*)"/.exec(part)?.[1] ?? '');

describe.each(databases)('a supervisor who uploads a long document on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  let supervisor: Visitor;

  beforeAll(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    supervisor = await signInAs(buildApp(context), 'duchashi');
  });
  afterAll(() => context.done());

  test('is led to a page that tells how far it is, and from there to the draft', async () => {
    const { headers } = await supervisor.upload('/plans/import', { text: '' }, { field: 'file', name: '纲要.txt', bytes: Buffer.from(longPlan(90).join('\n')) });
    const place = headers['location'] ?? '';
    expect(place).toMatch(/^\/plans\/imports\/\d+$/);
    let answer = await supervisor.get(place);
    while (answer.status === 200) {
      expect([answer.headers['refresh'], answer.text.includes('可以离开')]).toEqual(['2', true]);
      await new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); });
      answer = await supervisor.get(place);
    }
    expect([answer.status, /^\/plans\/drafts\/\d+$/.test(answer.headers['location'] ?? '')]).toEqual([302, true]);
    expect(await context.db.auditEvent.count({ where: { event: 'plan.import_begun' } })).toBe(1);
  }, 90_000);

  test('is led there by a small Word file too that holds hundreds of pages', async () => {
    const bytes = Buffer.from(await wordFile(longPlan(75)));
    const { headers } = await supervisor.upload('/plans/import', { text: '' }, { field: 'file', name: '纲要.docx', bytes });
    expect([bytes.length < LONG_FILE, headers['location']]).toEqual([true, expect.stringMatching(/^\/plans\/imports\/\d+$/)]);
    while ((await supervisor.get(headers['location'] ?? '')).status === 200) await new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS); });
  }, 90_000);

  test('is told that it was interrupted when the system was ended in the middle, and nothing of it is kept', async () => {
    const before = await context.db.planDraft.count();
    const { runId } = await beginImport(context, cast.person('duchashi'), { name: '断电.docx', bytes: 200_000 });
    expect((await supervisor.get('/plans/import')).text).toContain('排队');
    context.clock.set(instantAt('2023-06-15', '09:05'));
    const { text, headers } = await supervisor.get(`/plans/imports/${runId}`);
    expect([text.includes('没有留下任何内容，请重新上传'), headers['refresh']]).toEqual([true, undefined]);
    expect(await context.db.planDraft.count()).toBe(before);
  });

  test('finds at the desk that whoever is given a name of the text is suggested at once for what is not handed out yet', async () => {
    const text = '某市会展工作方案\n一、主要任务\n1.发展会展。发展会展经济。（市会展服务中心牵头，市商务局配合）\n2.办好展会。办好重点展会。（市会展服务中心负责）\n';
    const draft = (await supervisor.upload('/plans/import', { text: '' }, { field: 'file', name: 'b.txt', bytes: Buffer.from(text) })).headers['location'] ?? '';
    const plan = (await supervisor.post(`${draft}/publication`, { version: '1', title: '会展', shortTitle: '会展', issuingBody: '', adoptedOn: '', startsOn: '2021-01-01', endsOn: '2025-12-31' })).headers['location'] ?? '';
    const desk = await supervisor.get(`${plan}/desk`);
    expect(leadsIn(desk.text)).toEqual(['', '']);
    expect((await supervisor.get(`${plan}/commitments`)).text).toContain('牵头单位待定；建议市商务局配合');
    const { headers } = await supervisor.post(`${plan}/desk/names`, { name: '市会展服务中心', unitId: String(cast.unit('fagai')) });
    const { text: after } = await supervisor.get(headers['location'] ?? '');
    expect(leadsIn(after)).toEqual(['市发展改革委', '市发展改革委']);
    expect([after.includes('2 项事项已重新建议单位'), after.includes('因文中有：（市会展服务中心牵头，市商务局配合）')]).toEqual([true, true]);
    expect((await supervisor.get(`${plan}/commitments`)).text).toContain('建议：市发展改革委');
  });

  test('finds the units that nobody bears listed before anything is a plan, gives one its name, and the desk lists the others', async () => {
    const text = '某市商务工作方案\n一、主要任务\n1.建设消费中心。建设消费中心城市。（市消费促进专班牵头，市商务局配合）\n2.发展会展。发展会展经济。（市会展促进局负责）\n';
    const draft = (await supervisor.upload('/plans/import', { text: '' }, { field: 'file', name: 'a.txt', bytes: Buffer.from(text) })).headers['location'] ?? '';
    expect((await supervisor.get(draft)).text).toContain('名录中没有的单位（2）');
    const named = await supervisor.post(`${draft}/names`, { name: '市消费促进专班', unitId: String(cast.unit('shangwu')) });
    expect([named.status, (await supervisor.get(draft)).text.includes('名录中没有的单位（1）')]).toEqual([303, true]);
    expect((await supervisor.post(`${draft}/names`, { name: '市消费促进专班', unitId: String(cast.unit('fagai')) })).status).toBe(422);
    const plan = await supervisor.post(`${draft}/publication`, { version: '1', title: '方案', shortTitle: '方案', issuingBody: '', adoptedOn: '', startsOn: '2021-01-01', endsOn: '2025-12-31' });
    expect((await supervisor.get(`${plan.headers['location'] ?? ''}/desk`)).text).toContain('市会展促进局');
    const first = await context.db.commitment.findFirstOrThrow({ orderBy: { id: 'desc' }, where: { ordinal: 0 } });
    expect(JSON.parse(first.suggested)).toMatchObject([{ unit: 'shangwu', role: 'lead', score: 1 }]);
  });
});
