import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { buildApp } from '../../src/app.ts';
import { deskField } from '../../src/coverage/desk-form.ts';
import { seedReference } from '../../prisma/seeds/reference.ts';
import { seedCast } from '../../prisma/seeds/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const FACTS = { title: '长沙市“十四五”规划建议', shortTitle: '“十四五”规划建议', issuingBody: '中共长沙市委', adoptedOn: '2021-01-08', startsOn: '2021-01-01', endsOn: '2025-12-31' };
const WANTED = 30;
const PATIENCE_MS = 120_000;

/** The Changsha proposal as a Word file. */
function asWord(): Promise<Buffer> {
  const lines = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8').split('\n').filter((line) => line.trim() !== '');
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph({ text })) }] }));
}

const countOf = (html: string, state: string): number => Number(new RegExp(`state&#x3D;${state}"[^>]*>[^<]*<span class="chip-count">(\\d+)`).exec(html)?.[1] ?? 0);
const valueOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** What the desk proposes for a row, as a person would leave it. */
function proposed(html: string, id: number): Record<string, string> {
  const columns = ['lead', 'responsible', 'support', 'deadline'] as const;
  return { [deskField('take', id)]: '1', [deskField('standard', id)]: '完成文中所列工作', ...Object.fromEntries(columns.map((column) => [deskField(column, id), valueOf(html, deskField(column, id))])) };
}

async function correct(context: TestContext, supervisor: Visitor, draft: string): Promise<void> {
  const { reading } = await context.db.planDraft.findFirstOrThrow();
  const [first, second] = (JSON.parse(reading) as { commitments: { start: number }[] }).commitments;
  await supervisor.post(`${draft}/corrections`, { version: '1', act: 'kind', kind: 'policy', start: String(first?.start), back: '0' });
  await supervisor.post(`${draft}/corrections`, { version: '2', act: 'statement', start: String(second?.start), back: '0' });
}

describe.each(databases)('a supervisor on %s', (kind) => {
  test('takes a Word file in, corrects two commitments, hands out thirty in bulk, sees coverage rise and takes the gaps along', async () => {
    const context = await testContext(kind);
    await seedReference(context);
    await seedCast(context);
    const supervisor = await signInAs(buildApp(context), 'duchashi');

    const uploaded = await supervisor.upload('/plans/import', { text: '' }, { field: 'file', name: '规划建议.docx', bytes: await asWord() });
    const draft = uploaded.headers['location'] ?? '';
    await correct(context, supervisor, draft);
    const plan = (await supervisor.post(`${draft}/publication`, { version: '3', ...FACTS })).headers['location'] ?? '';
    const chapters = await context.db.planNode.findMany({ where: { level: 'chapter' } });
    expect([chapters.length, await context.db.planNode.count({ where: { level: 'article', role: 'numbered' } })]).toEqual([14, 56]);
    const before = (await supervisor.get(`${plan}/commitments`)).text;
    expect(countOf(before, 'covered')).toBe(0);

    let taken = 0;
    for (const { id } of chapters) {
      if (taken === WANTED) break;
      const address = `${plan}/desk?chapter=${id}`;
      const desk = (await supervisor.get(address)).text;
      const rows = (await context.db.commitment.findMany({ where: { chapterId: id } })).filter((c) => valueOf(desk, deskField('lead', c.id)) !== '').slice(0, WANTED - taken);
      if (rows.length === 0) continue;
      const answer = await supervisor.post(address, Object.assign({ act: 'issue', cycle: 'quarterly', capReason: '规划分解集中交办' }, ...rows.map((c) => proposed(desk, c.id))) as Record<string, string>);
      expect(answer.status).toBe(303);
      taken += rows.length;
    }
    expect(taken).toBe(WANTED);

    const after = (await supervisor.get(`${plan}/commitments`)).text;
    expect([countOf(after, 'covered'), countOf(after, 'gap')]).toEqual([WANTED, countOf(before, 'gap') - WANTED]);
    const gaps = (await supervisor.get(`${plan}/commitments.csv?state=gap`)).text.trim().split('\r\n');
    expect(gaps).toHaveLength(countOf(after, 'gap') + 1);
    await context.done();
  }, PATIENCE_MS);
});
