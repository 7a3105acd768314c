import { buildApp } from '../../src/app.ts';
import { correctReading, splitPoints } from '../../src/plans/draft-correction.ts';
import { findDraft } from '../../src/plans/draft-queries.ts';
import { draftPlan } from '../../src/plans/draft-plan.ts';
import { readPlan } from '../../src/plans/import/read-plan.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const TEXT = '某市关于制定五年规划的建议\n一、扩大开放\n1.建设消费中心城市。大力发展首店经济，打造夜间经济集聚区。完善商业网点规划。\n2.提升开放平台。推进自贸试验区建设。\n';
const reading = readPlan(TEXT, { units: [] });
const texts = (of: typeof reading): string[] => of.commitments.map((c) => c.text);

describe('a supervisor who puts a reading right', () => {
  test('splits a commitment behind a comma; both parts are the text as it stands', () => {
    const [first] = reading.commitments;
    const [place] = splitPoints(first ?? { text: '', start: 0 });
    const split = correctReading(reading, TEXT, { act: 'split', start: first?.start ?? 0, at: place?.at ?? 0 });
    expect(texts(split).slice(0, 2)).toEqual(['大力发展首店经济', '打造夜间经济集聚区']);
    expect(split.commitments.every((c) => TEXT.slice(c.start, c.end) === c.text)).toBe(true);
  });

  test('merges two neighbours of one paragraph, but not across articles', () => {
    const [first, second] = reading.commitments;
    expect(texts(correctReading(reading, TEXT, { act: 'merge', start: first?.start ?? 0 }))[0]).toBe('大力发展首店经济，打造夜间经济集聚区。完善商业网点规划');
    expect(() => correctReading(reading, TEXT, { act: 'merge', start: second?.start ?? 0 })).toThrow('plans.correct.error.no_neighbour');
  });

  test('changes a kind, takes mere words out, and cannot split inside a word', () => {
    const [first] = reading.commitments;
    const start = first?.start ?? 0;
    expect(correctReading(reading, TEXT, { act: 'kind', start, kind: 'project' }).commitments[0]?.kind).toBe('project');
    expect(correctReading(reading, TEXT, { act: 'statement', start }).commitments).toHaveLength(reading.commitments.length - 1);
    expect(() => correctReading(reading, TEXT, { act: 'split', start, at: start + 3 })).toThrow('plans.correct.error.no_place');
  });
});

describe('a supervisor who reads a table of indicators', () => {
  const table = readPlan('某市规划\n第一章 目标\n专栏1 主要指标\n指标\t2020年\t2025年\t属性\n粮食产量（万吨）\t210\t220\t预期性\n第二章 任务\n做好工作。', { units: [] });
  const natureOf = (of: typeof table) => [of.commitments[0]?.target?.nature, of.commitments[0]?.target?.confirmed];

  test('confirms whether a target binds, whatever the table says, and confirms nothing where there is no target', () => {
    const [first, second] = table.commitments.map((c) => c.start);
    expect(natureOf(table)).toEqual(['expected', undefined]);
    expect(natureOf(correctReading(table, '', { act: 'nature', start: first ?? 0, nature: 'binding' }))).toEqual(['binding', true]);
    expect(() => correctReading(table, '', { act: 'nature', start: second ?? 0, nature: 'binding' })).toThrow('plans.correct.error.no_target');
  });
});

describe('a draft that is corrected in the browser', () => {
  let context: TestContext;
  let cast: Cast;
  let supervisor: Visitor;
  let draft: string;
  const now = async () => findDraft(context, cast.person('duchashi'), Number(draft.split('/').at(-1)));
  beforeEach(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    supervisor = await signInAs(buildApp(context), 'duchashi');
    const drafted = await draftPlan(context, cast.person('duchashi'), { text: TEXT, format: 'txt', encoding: null, fileName: 'a.txt' });
    draft = `/plans/drafts/${'draftId' in drafted ? drafted.draftId : 0}`;
  });
  afterEach(() => context.done());

  test('is published as corrected', async () => {
    const { reading: before } = await now();
    const start = String(before.commitments[0]?.start);
    expect((await supervisor.post(`${draft}/corrections`, { version: '1', act: 'kind', kind: 'campaign', start, back: '1' })).status).toBe(303);
    expect((await supervisor.post(`${draft}/corrections`, { version: '2', act: 'statement', start: String(before.commitments[1]?.start), back: '1' })).status).toBe(303);
    await supervisor.post(`${draft}/publication`, { version: '3', title: '规划', shortTitle: '规划', issuingBody: '', adoptedOn: '', startsOn: '2021-01-01', endsOn: '2025-12-31' });
    const kept = await context.db.commitment.findMany({ orderBy: { ordinal: 'asc' } });
    expect([kept.length, kept[0]?.kind]).toEqual([before.commitments.length - 1, 'campaign']);
  });

  test('refuses a correction made on an old page and one that names no place', async () => {
    const start = String((await now()).reading.commitments[0]?.start);
    expect((await supervisor.post(`${draft}/corrections`, { version: '9', act: 'kind', kind: 'campaign', start, back: '1' })).status).toBe(409);
    expect((await supervisor.post(`${draft}/corrections`, { version: '1', act: 'split', start, back: '1' })).status).toBe(422);
    expect((await now()).version).toBe(1);
  });
});
