import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { scoreFolder } from '../../../src/plans/import/scoring/score-folder.ts';

const TOLERANCE = 0.0011; // the recorded figures are rounded down to three digits
const plan = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8');
const recorded = JSON.parse(readFileSync(path.join(import.meta.dirname, 'figures.json'), 'utf8')) as Record<string, number>;
const figures = await scoreFolder(import.meta.dirname, plan, loadReference());

describe('What the reader has learned it does not forget', () => {
  it.each(figures.map((figure) => [figure.name, figure] as const))('%s', (name, { value, better }) => {
    const known = recorded[name];
    expect(known).toBeDefined();
    if (better === 'higher') expect(value).toBeGreaterThanOrEqual((known ?? 1) - TOLERANCE);
    else expect(value).toBeLessThanOrEqual(known ?? 0);
  });

  it('and every recorded figure is still measured', () => {
    expect(Object.keys(recorded).sort()).toEqual(figures.map((figure) => figure.name).sort());
  });
});
