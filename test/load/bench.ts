import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import Database from 'better-sqlite3';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { openLargeCity } from './large-city.ts';
import { DETAIL_PATH, LEDGER_PATH } from './paths.ts';

interface Wish { url: string; connections: number; duration: number; headers: Record<string, string> }
interface Outcome { requests: { average: number }; non2xx: number; errors: number }
type Run = Promise<Outcome> & { on: (event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void) => void };
// The package brings no types, and of its own percentiles none is the 95th.
const autocannon = createRequire(import.meta.url)('autocannon') as (wish: Wish) => Run;

// Pages of a large city against Express + Handlebars rendering the same pages from memory, in one run on one machine.
const SECONDS = Number(process.argv[2] ?? 8);
const READERS = 16;
// A folder given in BENCH_DATA is filled once and kept, for runs one after the other.
const kept = process.env['BENCH_DATA'];
const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-bench-'));
const settings = { NODE_ENV: 'production', DEMONSTRATION: '1', DATA_DIR: folder, LOG_LEVEL: 'error', SECURE_COOKIES: '0' };

async function start(args: string[], port: number, ready: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...settings, NODE_ENV: 'test', PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (ready.test(text)) resolve();
    });
    child.once('exit', () => { reject(new Error(`${args.join(' ')} did not start`)); });
  });
  return child;
}

async function signIn(base: string): Promise<string> {
  const page = await fetch(`${base}/sign-in`);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${base}/sign-in`, { method: 'POST', redirect: 'manual', headers: { cookie }, body: new URLSearchParams({ _csrf: token, login: 'duchashi', password: DEMONSTRATION_PASSWORD }) });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function measure(url: string, cookie: string): Promise<{ rate: number; p95: number }> {
  const started = (duration: number) => autocannon({ url, connections: READERS, duration, headers: { cookie } });
  await started(2);
  const waits: number[] = [];
  const run = started(SECONDS);
  run.on('response', (_client, _status, _bytes, milliseconds) => { waits.push(milliseconds); });
  const result = await run;
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were not 200, ${result.errors} errors`);
  return { rate: result.requests.average, p95: Math.round(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0) };
}

/** A commit twice a second while pages are read, so that nothing that was read stays true for long. */
function startWriting(): () => void {
  const pen = new Database(path.join(folder, 'luoshi.db'));
  pen.pragma('synchronous = OFF'); // its waiting for the disk would stop the readers, who are in this process
  const write = pen.prepare('UPDATE "Session" SET "agent" = "agent"');
  const timer = setInterval(() => { write.run(); }, 500);
  return () => {
    clearInterval(timer);
    pen.close();
  };
}

const city = await openLargeCity(settings);
await city.db.$disconnect();
const app = await start(['src/commands/serve.cjs'], 3991, /http:/);
const cookie = await signIn('http://127.0.0.1:3991');
const stopWriting = startWriting();
const ours = { ledger: await measure(`http://127.0.0.1:3991${LEDGER_PATH}`, cookie), detail: await measure(`http://127.0.0.1:3991${DETAIL_PATH}`, cookie) };
stopWriting();
app.kill();
await once(app, 'exit');
const bare = await start(['--import', 'tsx', 'test/load/bare-server.ts'], 3992, /ready/);
const theirs = { ledger: await measure('http://127.0.0.1:3992/ledger', ''), detail: await measure('http://127.0.0.1:3992/detail', '') };
bare.kill();
for (const page of ['ledger', 'detail'] as const) {
  const ratio = ours[page].rate / theirs[page].rate;
  process.stdout.write(`${page.padEnd(8)} ${ours[page].rate.toFixed(0)} req/s of ${theirs[page].rate.toFixed(0)} bare = ${(ratio * 100).toFixed(0)} %   p95 under ${READERS} readers: ${ours[page].p95} ms (bare ${theirs[page].p95} ms)\n`);
}
if (kept === undefined) fs.rmSync(folder, { recursive: true, force: true });
