import { setTimeout as pause } from 'node:timers/promises';
import { instantAt } from '../../src/kernel/clock.ts';
import { LEASE_MS } from '../../src/messages/delivery.ts';
import { messengerRound } from '../../src/messages/messenger.ts';
import { seal } from '../../src/kernel/sealed.ts';
import { assembleMatter } from '../support/cast.ts';
import { databases, type DatabaseKind } from '../support/fresh-db.ts';
import { otherProcess } from '../support/other-process.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { robotServer, type RobotServer } from './receivers.ts';

// SECURITY H7. Small here; the whole of it with H7_UNITS=1000 H7_KILLS=20.
const UNITS = Number(process.env['H7_UNITS'] ?? 30);
const KILLS = Number(process.env['H7_KILLS'] ?? 1);
const AT_ONCE = 3; // what a server has under way when it is killed
const LIMIT_MS = UNITS * 1000 + KILLS * 60_000; // a server starts slowly on a busy machine

/** Units with a clerk, a robot and a report that is due tomorrow. */
async function city(context: TestContext, origin: string): Promise<void> {
  const { planId, taskId } = await assembleMatter(context);
  const { db } = context;
  await db.task.updateMany({ data: { status: 'closed' } });
  const numbers = Array.from({ length: UNITS }, (_, i) => 1000 + i);
  const at = context.clock.now();
  const task = await db.task.findUniqueOrThrow({ where: { id: taskId } });
  await db.unit.createMany({ data: numbers.map((id) => ({ id, code: `u${id}`, name: `第${id}局`, shortName: `${id}局`, kind: 'government', sort: id, pinyin: 'a', initials: 'a' })) });
  await db.account.createMany({ data: numbers.map((id) => ({ id, login: `u${id}`, name: '联络员', passwordHash: '', createdAt: at })) });
  await db.post.createMany({ data: numbers.map((id) => ({ accountId: id, unitId: id, role: 'clerk', title: '联络员', createdAt: at })) });
  await db.task.createMany({ data: numbers.map((id) => ({ ...task, id, planId, parentId: null, number: `号${id}`, status: 'underway', turn: 'lead', leadUnitId: id, turnUnitId: id })) });
  await db.assignment.createMany({ data: numbers.map((id) => ({ taskId: id, unitId: id, role: 'lead', dueOn: task.deadline, signedAt: at, nextDueOn: '2023-06-16' })) });
  const address = seal(context.config.sessionSecret, 'channel', `${origin}/robot`);
  await db.channel.createMany({ data: numbers.map((id) => ({ unitId: id, kind: 'wecom', host: '127.0.0.1', address, createdById: 1, createdAt: at })) });
}

/** A server of its own process that writes and sends until nothing is left. */
const server = ({ url, config }: TestContext, origin: string) => otherProcess(`
  const { readConfig } = require('./src/config.ts');
  const { openContext } = require('./src/kernel/open-context.ts');
  const { messengerRound } = require('./src/messages/messenger.ts');
  const settings = { NODE_ENV: 'test', DATABASE_URL: ${JSON.stringify(url)}, DATA_DIR: ${JSON.stringify(config.dataFolder)}, LOG_LEVEL: 'silent', SESSION_SECRET: ${JSON.stringify(config.sessionSecret)}, AUDIT_KEY: ${JSON.stringify(config.auditKey)}, MESSAGE_HOSTS: ${JSON.stringify(origin)} };
  const opened = await openContext(readConfig(settings, 'no.env'));
  const context = { ...opened, clock: { now: () => new Date('2023-06-15T10:00:00+08:00') }, wallClock: { now: () => new Date() } };
  console.log('ready');
  for (let idle = 0; idle < 2;) {
    const { written, sent } = await messengerRound(context, true);
    idle = written + sent === 0 ? idle + 1 : 0;
  }
  console.log('idle');
  process.exit(0);`);

async function untilEnough(robots: RobotServer, count: number): Promise<void> {
  while (robots.received.length < count) await pause(5);
}

/** A last server works when the leases of the killed have run out. */
async function finish(context: TestContext): Promise<void> {
  const later = { ...context, clock: { now: () => instantAt('2023-06-15', '10:00') }, wallClock: { now: () => new Date(Date.now() + LEASE_MS + 1000) } };
  for (let idle = 0; idle < 2;) {
    const { written, sent } = await messengerRound(later, true);
    idle = written + sent === 0 ? idle + 1 : 0;
  }
}

/** Two servers (one on SQLite, which serves one process) work; one after the other is killed in the middle and started again. */
async function killAndCarryOn(context: TestContext, robots: RobotServer, together: number): Promise<void> {
  let running = Array.from({ length: together }, () => server(context, robots.origin));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await untilEnough(robots, Math.floor((UNITS * kill) / (KILLS + 2)));
    const [leader, ...others] = running;
    leader?.child.kill('SIGKILL');
    await leader?.ended;
    running = [...others, server(context, robots.origin)];
  }
  await Promise.all(running.map((one) => one.ended));
  await finish(context);
}

describe.each(databases)('servers that are killed in the middle, on %s', (kind: DatabaseKind) => {
  let context: TestContext;
  let robots: RobotServer;
  beforeAll(async () => {
    robots = await robotServer();
    context = await testContext(kind, { settings: { MESSAGE_HOSTS: robots.origin } });
    await city(context, robots.origin);
  }, LIMIT_MS);
  afterAll(async () => {
    await robots.close();
    await context.done();
  });

  test('tell every unit once: nothing is missed, nothing comes twice under another key', async () => {
    await killAndCarryOn(context, robots, kind === 'sqlite' ? 1 : 2);
    const keys = new Set(robots.received.map((r) => r.key));
    const [messages, receipts, sent] = await Promise.all([context.db.message.count(), context.db.messageReceipt.count(), context.db.delivery.count({ where: { status: 'sent' } })]);
    process.stdout.write(`H7 on ${kind}: ${UNITS} due, ${KILLS} kills; inbox ${messages}, sent ${sent}, received ${keys.size} different, ${robots.received.length - keys.size} of them once more under the same key\n`);
    expect({ messages, receipts, sent, different: keys.size }).toEqual({ messages: UNITS, receipts: UNITS, sent: UNITS, different: UNITS });
    expect(robots.received.length - keys.size).toBeLessThanOrEqual(KILLS * AT_ONCE);
  }, LIMIT_MS);
});
