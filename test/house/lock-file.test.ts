import fs from 'node:fs';
import path from 'node:path';
import { root } from './source.ts';

interface Entry { version?: string; gypfile?: boolean; resolved?: string; integrity?: string; link?: boolean; optionalDependencies?: Record<string, string> }
type Packages = Record<string, Entry>;

const text = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as { packages: Packages };

/** A dependency is looked for beside the package and then in every folder above, as Node does. */
function isIn(all: Packages, owner: string, name: string): boolean {
  for (let folder = owner; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in all) return true;
    if (folder === '') return false;
  }
}

/** Packages for other platforms that `npm ci` would miss: it then refuses the whole file. */
const missingIn = (all: Packages): string[] => Object.entries(all).flatMap(([owner, entry]) =>
  Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isIn(all, owner, name)).map((name) => `${owner}: ${name}`));

describe('package-lock.json', () => {
  test('has every platform\'s part of every native package', () => {
    expect(missingIn(packages)).toEqual([]);
  });

  test('names no registry, so that it works with any', () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)).toEqual([]);
  });

  test('pins what every package contains', () => {
    expect(Object.entries(packages).filter(([place, entry]) => place !== '' && entry.integrity === undefined && entry.link !== true)).toEqual([]);
  });

  test('agrees with package.json', () => {
    const asked = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const locked = packages[''] as Record<string, unknown>;
    for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies']) expect(locked[kind]).toEqual(asked[kind]);
  });

  test('says of the SQLite driver, which comes ready made, that npm is not to compile it (npm keeps the line but does not write it)', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  test('a missing platform is noticed', () => {
    const planted = { 'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } }, 'node_modules/a-linux': {} };
    expect(missingIn(planted)).toEqual(['node_modules/a: a-darwin']);
  });
});
