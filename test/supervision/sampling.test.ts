import { createHash } from 'node:crypto';
import { Forbidden, Refused } from '../../src/kernel/errors.ts';
import { drawSample } from '../../src/supervision/draw-sample.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { findSample } from '../../src/supervision/sample-queries.ts';
import { drawLots } from '../../src/supervision/sampling.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const NUMBERS = Array.from({ length: 200 }, (_, i) => `长督交〔2023〕${String(i + 1)}号`);

describe('drawing lots', () => {
  test('gives the same tasks for the same seed, in whichever order the list comes', () => {
    expect(drawLots('a', [...NUMBERS].reverse(), 10)).toEqual(drawLots('a', NUMBERS, 10));
    expect(drawLots('b', NUMBERS, 10)).not.toEqual(drawLots('a', NUMBERS, 10));
  });

  test('can be repeated with any SHA-256 tool', () => {
    const lots = NUMBERS.map((n) => [createHash('sha256').update(`seed:${n}`).digest('hex'), n] as const).sort();
    expect(drawLots('seed', NUMBERS, 3)).toEqual(lots.slice(0, 3).map(([, n]) => n));
  });

  test('favours nobody: over a thousand seeds every task is drawn about equally often', () => {
    const hits = new Map<string, number>();
    for (let i = 0; i < 1000; i += 1) for (const n of drawLots(String(i), NUMBERS.slice(0, 20), 5)) hits.set(n, (hits.get(n) ?? 0) + 1);
    const counts = [...hits.values()];
    expect([counts.length, Math.min(...counts) > 200, Math.max(...counts) < 300]).toEqual([20, true, true]);
  });
});

describe.each(databases)('samples on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    for (let i = 0; i < 6; i += 1) await handOverTask(context, matter, matter.sentenceIds, { districtIds: [] });
  });
  afterAll(() => context.done());

  const draw = (size: number, group: 'district' | null = null) => drawSample(context, matter.person('duchayuan'), { purpose: '季度抽查', source: 'live', group, size });

  test('a draw is kept with its seed, its whole list and its number, and can be repeated', async () => {
    const { id } = await draw(4);
    const sample = await findSample(context, id);
    expect([sample.population.length, sample.items.length, sample.repeated, sample.seed.length]).toEqual([9, 4, true, 32]);
    const event = await context.db.auditEvent.findFirstOrThrow({ where: { event: 'sample.drawn' } });
    expect(JSON.parse(event.data)).toMatchObject({ seed: sample.seed, count: 4, of: 9 });
  });

  test('a draw whose items were tampered with shows it', async () => {
    const { id } = await draw(3);
    const { items } = await findSample(context, id);
    const other = await context.db.task.findFirstOrThrow({ where: { id: { notIn: items.map((i) => i.taskId) } } });
    await context.db.sampleItem.update({ where: { id: items[0]?.id ?? 0 }, data: { taskId: other.id } });
    expect((await findSample(context, id)).repeated).toBe(false);
  });

  test('districts only, and no more than there are', async () => {
    expect((await findSample(context, (await draw(2, 'district')).id)).items.map((i) => i.task.leadUnit?.shortName).sort()).toEqual(['长沙县', '雨花区'].sort());
    expect(((await failureOf(draw(3, 'district'))) as Refused).complaints[0]).toMatchObject({ key: 'supervision.error.sample_too_large', values: { count: 2 } });
  });

  test('only those who verify draw', async () => {
    for (const login of ['shizhang', 'shangwu-head']) expect(await failureOf(drawSample(context, matter.person(login), { purpose: 'x', source: 'live', group: null, size: 1 }))).toBeInstanceOf(Forbidden);
  });

  test('a verification belongs to a draw only where its task was drawn', async () => {
    const { id } = await draw(2, 'district');
    const wish = { method: 'paper' as const, visitedOn: '2023-06-14', place: '—', people: '何立新', finding: '属实', verdict: 'true' as const, foundProgress: 5, confidence: 'medium' as const, capReason: '', sampleId: id, problems: [] };
    expect(await failureOf(recordVerification(context, matter.person('duchayuan'), matter.taskId, wish))).toBeInstanceOf(Refused);
    await recordVerification(context, matter.person('duchayuan'), await matter.childOf('yuhua'), wish);
    expect((await findSample(context, id)).verifications).toHaveLength(1);
  });
});
