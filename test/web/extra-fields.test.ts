import type { Express } from 'express';
import request from 'supertest';
import { buildApp } from '../../src/app.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { ROLES, type Role } from '../../src/kernel/actor.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { openDesk, type Desk } from '../filings/desk.ts';
import { lockableLog, writeCounter } from '../house/access-cells.ts';
import { signedIn } from '../house/actor-states.ts';
import { addressOf } from '../support/visitor.ts';
import { formsOn, linksOn, type PageForm } from './forms-on-pages.ts';

// Z4, T3: every form of every page that a crawl finds, with one more field on it that a model has and the form has not. `FIELD_SHAPES=all` tries all shapes of all fields.
const LOGINS: Readonly<Record<Role, string>> = { supervisor: 'duchashi2', inspector: 'duchayuan', head: 'shangwu-head', clerk: 'shangwu', leader: 'shizhang', auditor: 'shenji', admin: 'admin' };
const FIELDS = [
  'id', 'role', 'unitId', 'accountId', 'status', 'deadline', 'originalDeadline', 'closedOn', 'closedById', 'submittedById', 'reviewedById', 'decidedById', 'signedAt', 'firstSentAt', 'dueOn', 'progress_', 'number', 'leadUnitId',
  'createdAt', 'createdById', 'active', 'passwordHash', 'mustChangePassword', 'writerIds', 'round', 'digest_', 'approvedById', 'onBehalfOf', 'redFrom', 'turn',
] as const;
/** How a body can carry a field; the last ones are ways around a list of names. */
const SHAPES: readonly ((field: string) => string)[] = [
  (field) => `${field}=1`, (field) => `${field}[]=1`, (field) => `${field}[a]=1`, (field) => `${field}=1&${field}=2`, () => '__proto__[role]=admin', () => 'constructor[prototype][role]=admin', () => '_method=DELETE',
];
const MOST_PAGES = 36;
/** Having read a message is nobody's business. */
const UNLOGGED = /^\/messages\/reading/;

interface Found { role: Role; form: PageForm }

describe('a form with a field more than it has', () => {
  let desk: Desk;
  let app: Express;
  let stored: ReturnType<typeof writeCounter>;
  let log: ReturnType<typeof lockableLog>;
  const found: Found[] = [];
  const sessions = new Map<Role, { cookie: string; token: string }>();

  beforeAll(async () => {
    desk = await openDesk('sqlite');
    desk.on('2023-06-02');
    await desk.bringTo('2023-03', 'submitted');
    await desk.bringTo('2023-04', 'returned');
    await desk.signOff('fagai-head', '2023-05', { coordination: '请协调用地。' });
    const { version } = await desk.context.db.task.findUniqueOrThrow({ where: { id: desk.matter.taskId } });
    await askExtension(desk.context, desk.person('shangwu-head'), desk.matter.taskId, { version, toDeadline: '2024-02-01', reason: '前期手续未完', progressNote: '已完成六成' });
    desk.context.clock.set(instantAt('2023-06-15', '09:00'));
    for (const role of ROLES) sessions.set(role, await signedIn(desk.context, desk.person(LOGINS[role])));
    app = buildApp(desk.context);
    stored = writeCounter(desk.context);
    log = lockableLog(desk.context);
    for (const role of ROLES) found.push(...(await crawl(role)));
  }, 180_000);
  afterAll(() => {
    stored.close();
    log.close();
    return desk.context.done();
  });

  /** The forms that somebody in that role finds by following links, each address once. */
  async function crawl(role: Role): Promise<Found[]> {
    const { cookie } = sessions.get(role) ?? { cookie: '' };
    const seen = new Set<string>();
    const forms = new Map<string, PageForm>();
    const shapes = new Map<string, number>();
    for (const queue = ['/', `/tasks/${String(desk.matter.taskId)}`, '/me', '/plans', '/supervision']; queue.length > 0 && seen.size < MOST_PAGES; ) {
      const address = queue.shift() ?? '/';
      const shape = address.replace(/\d+/g, 'n').replace(/\?.*/, '');
      if (seen.has(address) || (shapes.get(shape) ?? 0) >= 2 || /\.(csv|xlsx|docx|zip|ics)/.test(address)) continue;
      seen.add(address);
      shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      const page = await request(addressOf(app)).get(address).set('Cookie', cookie);
      if (page.status !== 200 || page.type !== 'text/html') continue;
      queue.push(...linksOn(page.text));
      for (const form of formsOn(page.text)) forms.set(form.action.replace(/\d+/g, 'n'), form);
    }
    return [...forms.values()].map((form) => ({ role, form }));
  }

  const send = async ({ role, form }: Found, more: string): Promise<request.Response> => {
    const person = sessions.get(role) ?? { cookie: '', token: '' };
    const body = new URLSearchParams({ ...form.fields, _csrf: person.token, _key: '' });
    body.delete('_key');
    return request(addressOf(app)).post(form.action).set('Cookie', person.cookie).type('form').send(`${body.toString()}${more === '' ? '' : `&${more}`}`);
  };
  /** All shapes of all fields, or so many that each form meets each shape. */
  const attemptsOn = (one: Found, i: number, all: boolean): { one: Found; more: string }[] =>
    FIELDS.flatMap((field, k) => (field in one.form.fields ? [] : SHAPES.filter((_, s) => all || ((i + k) % 5 === 0 && s === ((i + k) / 5) % SHAPES.length)).map((shape) => ({ one, more: shape(field) }))));
  /** Signing out, and what only looks. */
  const isChange = ({ form }: Found): boolean => !/^\/(sign-out|language|me\/language|audit\/verification)/.test(form.action);

  test('there are many, of every role', () => {
    expect(found.filter(isChange).length).toBeGreaterThan(40);
    expect([...new Set(found.map((f) => f.role))].length).toBe(ROLES.length);
  });

  test('changes nothing and is refused, whichever field it is and however it rides', async () => {
    const changed: string[] = [];
    const all = process.env['FIELD_SHAPES'] === 'all';
    const attempts = found.filter(isChange).flatMap((one, i) => attemptsOn(one, i, all));
    for (const { one, more } of attempts) {
      const before = stored.writes();
      const res = await send(one, more);
      if (res.status < 400 || stored.writes() !== before) changed.push(`${one.role} ${one.form.action} ${more}: ${String(res.status)}`);
    }
    if (all) process.stdout.write(`${String(attempts.length)} attempts on ${String(found.length)} forms, ${String(changed.length)} changes\n`);
    expect(attempts.length).toBeGreaterThan(all ? 5000 : 50);
    expect(changed).toEqual([]);
  }, 900_000);

  /** Sends the form while nothing can be logged, then again as it should be. */
  const withAndWithoutLog = async (one: Found): Promise<{ wrong: string[]; done: boolean }> => {
    const name = `${one.role} ${one.form.action}`;
    const linesOf = (): number => log.linesOf(desk.person(LOGINS[one.role]).accountId);
    const before = stored.writes();
    log.lock();
    await send(one, '');
    const changed = stored.writes() !== before;
    log.open();
    const lines = linesOf();
    const done = (await send(one, '')).status === 303;
    const silent = stored.writes() !== before && linesOf() === lines && !UNLOGGED.test(one.form.action);
    return { done, wrong: [...(changed ? [`${name}: changed something without the log`] : []), ...(silent ? [`${name}: no line`] : [])] };
  };

  test('while the same forms without it do what they say, with a line in the log about that very person, and nothing at all where the log cannot be written (U2)', async () => {
    const wrong: string[] = [];
    let done = 0;
    for (const one of found.filter(isChange)) {
      const outcome = await withAndWithoutLog(one);
      wrong.push(...outcome.wrong);
      if (outcome.done) done += 1;
    }
    if (process.env['FIELD_SHAPES'] === 'all') process.stdout.write(`U2: ${String(found.filter(isChange).length)} forms sent, ${String(done)} acts done, ${String(wrong.length)} without the log\n`);
    expect(wrong).toEqual([]);
    expect(done).toBeGreaterThan(10);
  }, 120_000);
});
