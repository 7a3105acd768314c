import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadReference } from '../plans/import/load-reference.ts';
import { scoreFolder } from '../plans/import/scoring/score-folder.ts';

/** `npm run --silent plan:score` prints how well the reader does on the answers made by hand; the last column is what is recorded. */
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'test/plans/import');
const plan = await readFile(path.join(root, 'prisma/seeds/plans/changsha-14th-fyp-proposal.txt'), 'utf8');
const recorded = JSON.parse(await readFile(path.join(folder, 'figures.json'), 'utf8')) as Record<string, number>;

for (const figure of await scoreFolder(folder, plan, loadReference())) {
  const known = recorded[figure.name];
  const lines = [figure.name.padEnd(48), figure.value.toFixed(3), known === undefined ? 'not recorded' : `recorded ${known.toFixed(3)}`, figure.detail];
  process.stdout.write(`${lines.join('  ')}\n`);
}
