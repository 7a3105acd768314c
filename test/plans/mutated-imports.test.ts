import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Refused } from '../../src/kernel/errors.ts';
import { draftPlan } from '../../src/plans/draft-plan.ts';
import { publishPlan } from '../../src/plans/publish-plan.ts';
import { readUpload } from '../../src/plans/read-upload.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { mutate, seeded } from './import/mutations.ts';

// 300 here (SECURITY I1); test/load/mutated-imports.ts sends thousands through the form.
const TIMES = Number(process.env['MUTATED_IMPORTS'] ?? 300);
const LONGEST = 1600;
const PUBLISH_EVERY = 25;
const folder = path.join(import.meta.dirname, 'import/samples');
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8'));
const random = seeded(20240612);
const PUBLICATION = { version: 1, title: '规划', shortTitle: '规划', issuingBody: null, adoptedOn: null, startsOn: '2021-01-01', endsOn: '2025-12-31' };

const turned = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 1 + Math.floor(random() * 6); i += 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return random() < 0.2 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
};
const encodings: ((text: string) => Buffer)[] = [(text) => Buffer.from(text), (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), (text) => turned(Buffer.from(text)), (text) => turned(Buffer.from(text, 'utf16le'))];
const damagedFile = (i: number): { name: string; bytes: Buffer } => {
  const text = texts[i % texts.length] ?? '';
  const at = Math.floor(random() * Math.max(1, text.length - LONGEST));
  return { name: i % 3 === 0 ? 'plan.md' : 'plan.txt', bytes: (encodings[i % encodings.length] ?? Buffer.from)(mutate(text.slice(at, at + LONGEST), random)) };
};

describe(`${TIMES} damaged documents sent through the whole import`, () => {
  let context: TestContext;
  let cast: Cast;
  const kept = async () => ({ drafts: await context.db.planDraft.count(), plans: await context.db.plan.count(), sentences: await context.db.sentence.count() });
  beforeAll(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
  });
  afterAll(() => context.done());

  /** What became of one: refused with a sentence and nothing kept, or a draft. */
  async function send(i: number): Promise<number | null> {
    const before = await kept();
    try {
      const drafted = await draftPlan(context, cast.person('duchashi'), await readUpload(damagedFile(i)));
      return 'draftId' in drafted ? drafted.draftId : null;
    } catch (error) {
      expect(error).toBeInstanceOf(Refused);
      expect({ i, ...(await kept()) }).toEqual({ i, ...before });
      return null;
    }
  }

  async function publishWhole(draftId: number): Promise<void> {
    const { reading } = await context.db.planDraft.findUniqueOrThrow({ where: { id: draftId } });
    const wanted = JSON.parse(reading) as { sentences: unknown[]; commitments: unknown[] };
    const { planId } = await publishPlan(context, cast.person('duchashi'), draftId, PUBLICATION);
    const [sentences, commitments] = [await context.db.sentence.count({ where: { planId } }), await context.db.commitment.count({ where: { planId } })];
    expect([sentences, commitments]).toEqual([wanted.sentences.length, wanted.commitments.length]);
  }

  test('are drafts or refused with a sentence; what is published of them is whole', async () => {
    const drafts: number[] = [];
    for (let i = 0; i < TIMES; i += 1) drafts.push(...[await send(i)].filter((id) => id !== null));
    expect([drafts.length > TIMES / 4, drafts.length < TIMES]).toEqual([true, true]);
    for (const id of [...new Set(drafts)].filter((_id, i) => i % PUBLISH_EVERY === 0)) await publishWhole(id);
  }, 3_600_000);
});
