import fs from 'node:fs';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { isInstalled, nodeHeaders } from '../../src/commands/install.mjs';
import { isSupported } from '../../src/commands/node-version.mjs';
import { driverLoads, placeDriver } from '../../src/commands/sqlite-driver.mjs';
import { freshFolder } from '../support/fresh-db.ts';
import { root } from '../house/source.ts';

test.each([['18.20.0', false], ['20.18.3', false], ['20.19.0', true], ['21.7.0', false], ['22.11.0', false], ['22.12.0', true], ['23.1.0', false], ['24.0.0', true], ['26.1.0', true]])(
  'Node %s: %s', (version, supported) => {
    expect(isSupported(version)).toBe(supported);
  });

test('what is installed here is recognised as complete', () => {
  expect(isInstalled(true)).toBe(true);
});

test('the headers of Node are taken only where they fit this Node', () => {
  const place = (modules: string): string => {
    const folder = freshFolder('headers');
    fs.mkdirSync(path.join(folder, 'include/node'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'include/node/node_version.h'), `#define NODE_MODULE_VERSION ${modules}\n`);
    return folder;
  };
  const [other, fitting] = [place('1'), place(process.versions.modules)];
  expect(nodeHeaders([other, freshFolder('empty'), fitting])).toBe(fitting);
  expect(nodeHeaders([other])).toBeUndefined();
});

describe('the SQLite driver', () => {
  /** A folder node_modules with both versions, of which neither can be loaded. */
  const modules = (): string => {
    const folder = freshFolder('modules');
    for (const [name, version] of [['better-sqlite3', '13.2.0'], ['better-sqlite3-12', '12.11.1']] as const) {
      fs.mkdirSync(path.join(folder, name, 'lib'), { recursive: true });
      fs.mkdirSync(path.join(folder, name, 'build/Release'), { recursive: true });
      fs.writeFileSync(path.join(folder, name, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version }));
      for (const file of ['lib/index.js', 'build/Release/better_sqlite3.node', 'LICENSE', `only-in-${version}`]) fs.writeFileSync(path.join(folder, name, file), version);
    }
    return folder;
  };
  const inPlace = (folder: string): string[] => [fs.readFileSync(path.join(folder, 'better-sqlite3/lib/index.js'), 'utf8'), ...fs.readdirSync(path.join(folder, 'better-sqlite3')).filter((file) => file.startsWith('only'))];

  test.each([['20.19.0', ['12.11.1']], ['22.12.0', ['13.2.0', 'only-in-13.2.0']], ['24.0.0', ['13.2.0', 'only-in-13.2.0']]])('on Node %s is version %s, however often it is put there', (node, expected) => {
    const folder = modules();
    placeDriver(node, folder);
    placeDriver(node, folder);
    expect(inPlace(folder)).toEqual(expected);
  });

  test('is the one for this Node here, and one that cannot be loaded is noticed', () => {
    expect([driverLoads(), driverLoads(modules())]).toEqual([true, false]);
  });
});

describe('commands that prepare the project at the same time', () => {
  /** A project of which only the lock is there. */
  const project = (): string => {
    const folder = freshFolder('project');
    fs.mkdirSync(path.join(folder, 'src/commands'), { recursive: true });
    for (const file of ['one-at-a-time.mjs', 'places.mjs']) fs.copyFileSync(path.join(root, 'src/commands', file), path.join(folder, 'src/commands', file));
    fs.writeFileSync(path.join(folder, 'work.mjs'), `
      import fs from 'node:fs';
      import { setTimeout as pause } from 'node:timers/promises';
      import { oneAtATime } from './src/commands/one-at-a-time.mjs';
      const note = (word) => fs.appendFileSync(new URL('./diary', import.meta.url), word + ' ' + process.pid + '\\n');
      await oneAtATime(async () => { note('in'); await pause(150); note('out'); });`);
    return folder;
  };
  const diary = (folder: string): string[] => fs.readFileSync(path.join(folder, 'diary'), 'utf8').trim().split('\n');

  test('do it one after the other', async () => {
    const folder = project();
    await Promise.all([1, 2, 3].map(() => once(spawn(process.execPath, [path.join(folder, 'work.mjs')]), 'exit')));
    const lines = diary(folder).map((line) => line.split(' '));
    expect(lines.map(([word]) => word)).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
    expect(lines.every(([word, pid], i) => word === 'in' || lines[i - 1]?.[1] === pid)).toBe(true);
  });

  test('do not wait for one that was killed', () => {
    const folder = project();
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    fs.writeFileSync(path.join(folder, '.preparing'), String(pid));
    expect(spawnSync(process.execPath, [path.join(folder, 'work.mjs')], { timeout: 10_000 }).status).toBe(0);
    expect(fs.existsSync(path.join(folder, '.preparing'))).toBe(false);
  });
});
