// Z7: every guard switched off in turn, the narrow tests run, every mutant must be killed.
//   node test/mutants/run.mjs [--only own-step|scope|gate] [--files test/a.test.ts,…]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EQUIVALENT } from './equivalent.mjs';
import { allGuards } from './guards.mjs';
import { NARROW } from './narrow-tests.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const option = (name) => { const at = process.argv.indexOf(`--${name}`); return at === -1 ? undefined : process.argv[at + 1]; };
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutants-'));
const files = option('files')?.split(',') ?? NARROW;
const isEquivalent = ({ file, call, nth }) => `${file}: ${call}` in EQUIVALENT || `${file}: ${call} #${nth}` in EQUIVALENT;
const left = new Map(allGuards().filter((guard) => !isEquivalent(guard)).filter(({ kind }) => option('only') === undefined || kind.startsWith(option('only').replace('-', ' '))).map((guard) => [guard.id, guard]));
const total = left.size;
const met = new Set();

/** One file of tests in a process of its own. @returns what it wrote down, null where it did not come so far, or should have passed and did not */
function run(file, mustPass) {
  const result = path.join(folder, `${path.basename(file)}.result.json`);
  fs.rmSync(result, { force: true });
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(root, 'node_modules/jest/bin/jest.js'), '--config', path.join(import.meta.dirname, 'jest-config.mjs'), '--runInBand', '--silent', file];
  const { stderr, status } = spawnSync(process.execPath, flags, { cwd: root, env: { ...process.env, MUTANTS_FOLDER: folder }, encoding: 'utf8', maxBuffer: 1e9 });
  if (fs.existsSync(result) && (status === 0 || !mustPass)) return JSON.parse(fs.readFileSync(result, 'utf8'));
  process.stdout.write(`${file} does not pass as it is: ${stderr.slice(0, 2000)}\n`);
  return null;
}

for (const file of files) {
  if (left.size === 0) break;
  const plan = path.join(folder, `${path.basename(file)}.plan.json`);
  fs.rmSync(plan, { force: true });
  const seen = run(file, true);
  if (seen === null) continue;
  const mutants = [...left.keys()].filter((id) => Object.values(seen).some((ids) => ids.includes(id)));
  for (const id of mutants) met.add(id);
  if (mutants.length === 0) continue;
  fs.writeFileSync(plan, JSON.stringify({ mutants, seen }));
  const killed = run(file, false) ?? {};
  for (const id of Object.keys(killed)) left.delete(Number(id));
  process.stdout.write(`${file}: ${Object.keys(killed).length} of ${mutants.length} killed; ${left.size} of ${total} left\n`);
}
// Asked about some files of tests alone, only what these come across is in question.
const survivors = [...left.values()].filter(({ id }) => option('files') === undefined || met.has(id));
const tried = option('files') === undefined ? total : met.size;
for (const { id, kind, file, line } of survivors) process.stdout.write(`survives: ${kind} src/${file}:${line}${met.has(id) ? '' : ' (no narrow test comes across it)'}\n`);
process.stdout.write(`${tried - survivors.length} of ${tried} mutants killed; ${allGuards().filter(isEquivalent).length} more cannot be noticed (equivalent.mjs)\n`);
fs.rmSync(folder, { recursive: true });
process.exitCode = survivors.length === 0 ? 0 : 1;
