import os from 'node:os';
import path from 'node:path';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freshFolder } from '../support/fresh-db.ts';
import { root } from '../house/source.ts';

const start = path.join(root, 'src/commands/start.mjs');
const settings = (folder: string, more: Record<string, string> = {}) =>
  ({ ...process.env, NODE_ENV: 'development', DEMONSTRATION: '0', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent', ...more });

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`it ended without an address: ${output}`);
}

describe('npm start', () => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  const serve = (folder: string): ChildProcess => {
    const child = spawn(process.execPath, [start], { cwd: os.tmpdir(), env: settings(folder), stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(child);
    return child;
  };
  const tryToStart = (folder: string, more?: Record<string, string>) => spawnSync(process.execPath, [start], { env: settings(folder, more), encoding: 'utf8', timeout: 30_000 });

  test('serves from any folder, refuses a second server on the same data, and ends well when it is told to', async () => {
    const folder = freshFolder('data');
    const server = serve(folder);
    expect((await fetch(await addressOf(server))).status).toBe(200);
    const second = tryToStart(folder);
    expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('already serves')]);
    server.kill('SIGTERM');
    expect((await once(server, 'exit'))[0]).toBe(0);
  }, 60_000);

  test('can be repeated on the same data', async () => {
    const folder = freshFolder('data');
    for (const round of [1, 2]) {
      const server = serve(folder);
      expect([round, (await fetch(await addressOf(server))).status]).toEqual([round, 200]);
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  }, 60_000);

  test('says which setting cannot be used', () => {
    const { status, stderr } = tryToStart(freshFolder('data'), { PORT: 'three thousand' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^PORT: /m);
    expect(stderr).not.toContain(' at ');
  }, 30_000);
});

describe('npm test', () => {
  const command = path.join(root, 'src/commands/test.mjs');
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: os.tmpdir(), encoding: 'utf8', timeout: 60_000 });

  test('passes on what follows it, and its outcome', () => {
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/) as string });
    expect(run('test/nothing-of-that-name').status).toBe(1);
  }, 60_000);
});
