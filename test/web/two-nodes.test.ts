import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { buildApp } from '../../src/app.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { otherProcess, type OtherProcess } from '../support/other-process.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

// SECURITY C1 and C4 with two servers on one PostgreSQL. Few here; the whole of it with C1_PAIRS=500 C4_SENDS=1000.
const PAIRS = Number(process.env['C1_PAIRS'] ?? 10);
const SENDS = Number(process.env['C4_SENDS'] ?? 40);
const LIMIT_MS = 60_000 + PAIRS * 1000 + SENDS * 200;

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const secondNode = ({ url, config }: TestContext, port: number): OtherProcess => otherProcess(`
  const { readConfig } = require('./src/config.ts');
  const settings = { NODE_ENV: 'test', DATABASE_URL: ${JSON.stringify(url)}, DATA_DIR: ${JSON.stringify(config.dataFolder)}, LOG_LEVEL: 'silent', SESSION_SECRET: ${JSON.stringify(config.sessionSecret)}, AUDIT_KEY: ${JSON.stringify(config.auditKey)} };
  const opened = await require('./src/kernel/open-context.ts').openContext(readConfig(settings, 'no.env'));
  const clock = { now: () => new Date('2023-06-15T09:00:00+08:00') };
  require('./src/app.ts').buildApp({ ...opened, clock, wallClock: clock }).listen(${String(port)}, () => { console.log('ready'); });`);

test('two servers on one database: of two who edit the same, one is saved and the other told; a form acts once, whoever is killed', async () => {
  const context = await testContext('postgresql');
  const matter: Matter = await assembleMatter(context);
  const app = buildApp(context);
  const port = await freePort();
  const other = secondNode(context, port);
  await other.says('ready');
  const at = `http://127.0.0.1:${String(port)}`;
  await editInPairs(context, matter, await signInAs(app, 'shangwu'), await signInAs(at, 'shangwu-head'));
  const [here, there] = [await signInAs(app, 'duchashi'), await signInAs(at, 'duchashi')];
  await sendOnce(context, [here, there]);
  await surviveCrash(context, other, here, there);
  await context.done();
}, LIMIT_MS);

async function editInPairs({ db }: TestContext, { taskId }: Matter, here: Visitor, there: Visitor): Promise<void> {
  const [outcomes, lost] = [new Map<string, number>(), [] as string[]];
  for (let n = 0; n < PAIRS; n += 1) {
    const version = String((await db.filing.findFirst({ where: { taskId } }))?.version ?? 0);
    const write = (by: Visitor, done: string) => by.post(`/tasks/${String(taskId)}/filings/2023-05/draft`, { version, progress: '50', done });
    const texts = [`甲第${String(n)}稿`, `乙第${String(n)}稿`];
    const answers = await Promise.all([write(here, texts[0] ?? ''), write(there, texts[1] ?? '')]);
    const statuses = answers.map((a) => a.status).sort().join('+');
    outcomes.set(statuses, (outcomes.get(statuses) ?? 0) + 1);
    const kept = (await db.filing.findFirstOrThrow({ where: { taskId } })).done;
    // The loser sees what is saved now beside their own words.
    if (kept !== texts[answers.findIndex((a) => a.status === 303)] || !texts.every((text) => answers.some((a) => a.status === 409 && a.text.includes(text)))) lost.push(kept);
  }
  if (PAIRS > 10) process.stdout.write(`C1: ${String(PAIRS)} pairs on two servers, ${JSON.stringify([...outcomes])}, ${String(lost.length)} lost\n`);
  expect([[...outcomes], lost]).toEqual([[['303+409', PAIRS]], []]);
}

const draw = (by: Visitor, purpose: string, _key: string) => by.post('/supervision/samples', { purpose, source: 'live', size: '1', _key });

async function sendOnce({ db }: TestContext, nodes: Visitor[]): Promise<void> {
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: SENDS }, (_, n) => draw(nodes[n % 2] as Visitor, '同一张表', key)));
  const statuses = [...new Set(answers.map((a) => a.status))].sort();
  if (SENDS > 40) process.stdout.write(`C4: one form ${String(SENDS)} times to two servers, answers ${statuses.join(', ')}, ${String(await db.sample.count())} effect\n`);
  // Who sent it again is led on like the first; on a busy machine a few may be told to try again.
  expect([statuses.filter((status) => status !== 303 && status !== 503), await db.sample.count()]).toEqual([[], 1]);
}

/** The one server ends while it works on a form; the same form sent to the other does what is left to do, and no more. */
async function surviveCrash({ db }: TestContext, other: OtherProcess, here: Visitor, there: Visitor): Promise<void> {
  const key = randomUUID();
  const answers = Promise.allSettled([draw(there, '崩溃时', key), draw(there, '崩溃时', key)]);
  setTimeout(() => other.child.kill('SIGKILL'), 5);
  await answers;
  for (let n = 0; n < 3; n += 1) await draw(here, '崩溃时', key);
  expect(await db.sample.count({ where: { purpose: '崩溃时' } })).toBe(1);
}
