import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { ROLES, type Actor, type Role } from '../../src/kernel/actor.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import { assembleCast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { call, cellsOf, personIn, routesOf, writeCounter, type Cell, type Route } from './access-cells.ts';

// Who may open what, written by hand: "anyone", "signed-in" or the roles. Whoever adds a route adds its line.
const TABLE = JSON.parse(readFileSync(path.join(import.meta.dirname, 'access.json'), 'utf8')) as Record<string, string>;
const LOGINS: Readonly<Record<Role, string>> = { supervisor: 'duchashi', inspector: 'duchayuan', head: 'shangwu-head', clerk: 'shangwu', leader: 'shizhang', auditor: 'shenji', admin: 'admin' };
const NOT_YOURS = wordsIn('zh-CN')('errors.forbidden_role');
const PASSWORD_ROUTE = '/me/password';

const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const expectedRoles = (name: string): readonly Role[] => (TABLE[name] === 'signed-in' || TABLE[name] === 'anyone' ? ROLES : (TABLE[name] ?? '').split(' ') as Role[]);

type Outcome = 'passes' | 'to sign-in' | 'to the password' | 'refused';

function expectedOutcome(name: string, { method, path: address }: Route, { role, state }: Cell): Outcome {
  if (TABLE[name] === 'anyone' && state !== 'session expired') return 'passes';
  if (TABLE[name] === 'anyone') return method === 'GET' ? 'passes' : 'refused'; // the token went with the session
  const turnedAway = method === 'GET' ? 'to sign-in' : 'refused';
  if (state === 'must change the password') return address === PASSWORD_ROUTE ? 'passes' : method === 'GET' ? 'to the password' : 'refused';
  if (state !== 'signed in') return turnedAway;
  return expectedRoles(name).includes(role) ? 'passes' : 'refused';
}

function outcomeOf(res: { status: number; text: string; headers: Record<string, string> }): string {
  if (res.status >= 500) return `broken: ${res.status}`;
  if (res.status === 303 && (res.headers['location'] ?? '').startsWith('/sign-in?next=')) return 'to sign-in';
  if (res.status === 303 && res.headers['location'] === PASSWORD_ROUTE) return 'to the password';
  return res.status === 401 || res.status === 403 || res.text.includes(NOT_YOURS) ? 'refused' : 'passes';
}

describe('who may open what', () => {
  let context: TestContext;
  let app: Express;
  let people: Map<Role, Actor>;
  let stored: ReturnType<typeof writeCounter>;
  beforeAll(async () => {
    context = await testContext('sqlite');
    const cast = await assembleCast(context);
    people = new Map(ROLES.map((role) => [role, cast.person(LOGINS[role])]));
    app = buildApp(context);
    stored = writeCounter(context);
  });
  afterAll(() => {
    stored.close();
    return context.done();
  });

  test('is written down for every route, and every route has a gate that says the same', () => {
    const routes = routesOf(app);
    const said = (route: Route): string => (typeof route.access === 'string' ? route.access : [...(route.access ?? [])].sort().join(' ') || 'no gate');
    const missing = routes.filter((route) => !(nameOf(route) in TABLE)).map((route) => `add to test/house/access.json:  "${nameOf(route)}": "${said(route)}"`);
    const gone = Object.keys(TABLE).filter((name) => !routes.some((route) => nameOf(route) === name)).map((name) => `take out of test/house/access.json:  "${name}"`);
    const different = routes.filter((route) => nameOf(route) in TABLE && said(route) !== (TABLE[nameOf(route)] ?? '').split(' ').sort().join(' '))
      .map((route) => `${nameOf(route)}: its gate lets in ${said(route)}, access.json says ${TABLE[nameOf(route)] ?? ''}`);
    expect([...missing, ...gone, ...different]).toEqual([]);
  });

  /** One request, and what it should have led to: the outcome, nothing changed where it was refused, one line in the log. */
  const mismatch = async (name: string, route: Route, cell: Cell): Promise<string[]> => {
    const person = await personIn(context, people, cell);
    const wanted = expectedOutcome(name, route, cell);
    const [before, lines] = [stored.writes(), await context.db.auditEvent.count({ where: { event: 'authorisation.refused' } })];
    const outcome = outcomeOf(await call(app, route, person));
    const written = (await context.db.auditEvent.count({ where: { event: 'authorisation.refused' } })) - lines;
    const said = `${cell.role}, ${cell.state}: `;
    if (outcome !== wanted) return [`${said}${outcome} instead of ${wanted}`];
    if (wanted === 'passes') return [];
    return [...(before === stored.writes() ? [] : [`${said}something was changed`]), ...(written === (wanted === 'refused' ? 1 : 0) ? [] : [`${said}${written} lines in the log`])];
  };

  test.each(Object.keys(TABLE))('%s', async (name) => {
    const [method = '', address = ''] = name.split(' ');
    const route = { method: method as Route['method'], path: address, access: undefined };
    const mismatches: string[] = [];
    for (const cell of cellsOf(expectedRoles(name))) mismatches.push(...(await mismatch(name, route, cell)));
    expect(mismatches).toEqual([]);
  });
});
