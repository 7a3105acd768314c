import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Express } from 'express';
import request from 'supertest';
import { buildApp } from '../../src/app.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { signedIn, type Visit } from '../house/actor-states.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { addressOf } from '../support/visitor.ts';

// D8: a deadline, by everybody who has no say in it, at every address of a task, in every way a body can come. `DEADLINE_ATTEMPTS=all` makes all of them.
const ALL = process.env['DEADLINE_ATTEMPTS'] === 'all';
const SAMPLE = 41;
const TABLE = JSON.parse(readFileSync(path.join(import.meta.dirname, '../house/access.json'), 'utf8')) as Record<string, string>;
const ADDRESSES = Object.keys(TABLE).filter((route) => route.startsWith('POST /tasks/:id')).map((route) => route.slice('POST '.length));
const PEOPLE = ['duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'changshaxian-head', 'shizhang', 'shenji', 'admin'];
const LATER = '2024-06-30';
const WISHES: Readonly<Record<string, string>> = { deadline: LATER, toDeadline: LATER, originalDeadline: LATER, dueOn: LATER, day: LATER, newDate: LATER, decision: 'granted', status: 'granted', reason: '延期', progressNote: '过半' };

type Attempt = (to: request.Test, visit: Visit, version: string, granted: string) => request.Test;
const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
const WAYS: Readonly<Record<string, Attempt>> = {
  'as a form': (to, { token }, version) => to.type('form').send(form({ ...WISHES, version, _csrf: token })),
  'as the one field that counts': (to, { token }, version) => to.type('form').send(form({ version, deadline: LATER, _csrf: token })),
  'as an extension': (to, { token }, version) => to.type('form').send(form({ version, toDeadline: LATER, reason: '延期', progressNote: '过半', _csrf: token })),
  'as JSON': (to, { token }, version) => to.type('json').set('X-CSRF-Token', token).send({ ...WISHES, version: Number(version) }),
  'in the address': (to, { token }, version) => to.query({ ...WISHES, version }).type('form').send(form({ version, _csrf: token })),
  'with a file': (to, { token }, version) => Object.entries({ ...WISHES, version, _csrf: token }).reduce((sent, [name, value]) => sent.field(name, value), to),
  'as the form that a supervisor sent': (to, { token }, _version, granted) => to.type('form').send(`${granted}&${form({ _csrf: token })}`),
};

describe('a deadline', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let file: Database.Database;
  let granted: string;
  const visits = new Map<string, Visit>();

  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context);
    await context.db.milestone.create({ data: { taskId: matter.taskId, day: '2023-09-30', title: '主体完工', percent: 70 } });
    app = buildApp(context);
    file = new Database(context.url.slice('file:'.length));
    for (const login of [...PEOPLE, 'duchashi']) visits.set(login, await signedIn(context, matter.person(login)));
    await ask('2024-01-31');
    granted = form({ version: await version(), decision: 'granted', reason: '同意', _key: randomUUID() });
    expect((await decide('duchashi')).status).toBe(303);
    await ask('2024-02-10');
  });
  afterAll(() => {
    file.close();
    return context.done();
  });

  const version = async (): Promise<string> => String((await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId }, select: { version: true } })).version);
  const ask = async (toDeadline: string): Promise<unknown> => askExtension(context, matter.person('shangwu-head'), matter.taskId, { version: Number(await version()), toDeadline, reason: '前期手续未完', progressNote: '已完成六成' });
  const decide = async (login: string, step = 'decision'): Promise<request.Response> => {
    const { cookie, token } = visits.get(login) ?? { cookie: '', token: '' };
    return request(addressOf(app)).post(`/tasks/${matter.taskId}/extension/${step}`).set('Cookie', cookie).type('form').send(`${granted}&${form({ _csrf: token })}`);
  };
  /** Every day that something is due by. */
  const days = (): unknown => file.prepare(`SELECT (SELECT GROUP_CONCAT("id" || "deadline" || "originalDeadline") FROM "Task") || (SELECT GROUP_CONCAT("id" || "dueOn") FROM "Assignment") || (SELECT GROUP_CONCAT("id" || "day") FROM "Milestone")`).pluck().get();

  async function attempt(login: string, address: string, way: Attempt): Promise<number> {
    const visit = visits.get(login) ?? { cookie: '', token: '' };
    const branch = await context.db.assignment.findFirstOrThrow({ where: { taskId: matter.taskId, role: 'support' }, select: { id: true } });
    const milestone = await context.db.milestone.findFirstOrThrow({ select: { id: true } });
    const at = address.replace(':id', String(matter.taskId)).replace(':period', '2023-05').replace(':branchId', String(branch.id)).replace(':milestoneId', String(milestone.id));
    return (await way(request(addressOf(app)).post(at).set('Cookie', visit.cookie), visit, await version(), granted)).status;
  }

  test('is moved by nobody who has no say in it, whatever they send and wherever', async () => {
    const attempts = Object.entries(WAYS).flatMap(([name, way]) => ADDRESSES.flatMap((address) => PEOPLE.map((login) => ({ name, way, address, login })))).filter((_, i) => ALL || i % SAMPLE === 0);
    const [before, moved] = [days(), new Set<string>()];
    for (const { name, way, address, login } of attempts) {
      const status = await attempt(login, address, way);
      if (days() !== before || status >= 500) moved.add(`${login} ${name}, ${address}: ${status}`);
    }
    if (ALL) process.stdout.write(`D8: ${attempts.length} attempts, ${moved.size} changes\n`);
    expect([...moved]).toEqual([]);
    expect(attempts.length).toBeGreaterThan(ALL ? 2000 : 100);
  }, 900_000);

  test('is not moved a second time by the form that moved it once, and is moved by those two whose say it is', async () => {
    const before = days();
    await decide('duchashi');
    expect(days()).toBe(before);
    if ((await context.db.extension.count({ where: { status: 'pending' } })) === 0) await ask('2024-02-10'); // among all attempts is the head's lawful one to take it back
    for (const [login, step, isMoved] of [['duchashi', 'decision', false], ['shizhang', 'approval', true]] as const) {
      granted = form({ version: await version(), decision: 'granted', reason: '同意', _key: randomUUID() });
      expect([(await decide(login, step)).status, days() !== before]).toEqual([303, isMoved]);
    }
  });
});
