import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { root } from './source.ts';

interface Report { summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number } }

/** Runs dependency-cruiser with the project's rules over the `src` of a folder. @returns "rule: from → to" for every violation */
export function cruise(folder = root): { violations: string[]; modules: number } {
  const run = spawnSync(process.execPath, [
    path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json',
  ], { cwd: folder, encoding: 'utf8', maxBuffer: 100 * 1024 * 1024 });
  if (run.stdout === '') throw new Error(run.stderr);
  const { summary } = JSON.parse(run.stdout) as Report;
  return { modules: summary.totalCruised, violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`) };
}

/** A folder with a `src` of files from path to content, and the project's packages. */
export function plantSources(folder: string, files: Record<string, string>): void {
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
}
