import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';
import { brokenPromise, mutate, seeded } from './mutations.ts';

// 300 here; MUTATIONS=10000 for the long run.
const TIMES = Number(process.env['MUTATIONS'] ?? 300);
const folder = path.join(import.meta.dirname, 'samples');
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8'));
const reference = loadReference();

describe('A damaged document', () => {
  it('is still read without a crash, without loss and with true offsets', () => {
    const random = seeded(20210108);
    for (let i = 0; i < TIMES; i += 1) {
      const text = mutate((texts[i % texts.length] ?? '').slice(0, 6000 + Math.floor(random() * 6000)), random);
      expect({ i, broken: brokenPromise(text, readPlan(text, reference)) }).toEqual({ i, broken: null });
    }
  }, 3_600_000);
});
