import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { ROLES, type Role } from '../../src/kernel/actor.ts';
import { SetClock } from '../../src/kernel/clock.ts';
import { wordsIn } from '../../src/kernel/text.ts';
import { anyone, may, signedIn, signedInWithAnyPassword, type Gate } from '../../src/web/gates.ts';
import { assembleCast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { askGate, callerOf, routesOf, writeCounter, type Answer, type Caller, type Route } from './access-cells.ts';
import { cellsOf, everybody, standingOf, type Cell, type Visits } from './actor-states.ts';

// Who may open what, written by hand: "anyone", "signed-in" or the roles. Whoever adds a route adds its line.
const TABLE = JSON.parse(readFileSync(path.join(import.meta.dirname, 'access.json'), 'utf8')) as Record<string, string>;
const NOT_YOURS = wordsIn('zh-CN')('errors.forbidden_role');
const PASSWORD_ROUTE = '/me/password';
const MINUTE_MS = 60_000;
/** Everybody over HTTP on every route: `ACCESS=all`. Otherwise all are asked of the gates themselves, and over HTTP some of those who are turned away. */
const ALL = process.env['ACCESS'] === 'all';

const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const expectedRoles = (name: string): readonly Role[] => (TABLE[name] === 'signed-in' || TABLE[name] === 'anyone' ? ROLES : (TABLE[name] ?? '').split(' ') as Role[]);

/** What is lent is not lent on, and nobody takes back what they did not lend: the act itself says so, of whatever object (SECURITY T16). */
const LENDING = 'POST /me/delegations/:id/revocation';
const NOT_PASSED_ON = wordsIn('zh-CN')('accounts.error.not_passed_on');

type Outcome = 'passes' | 'lends nothing on' | 'to sign-in' | 'to the password' | 'refused';

function expectedOutcome(name: string, { role, state }: Cell): Outcome {
  const [isRead, standing] = [name.startsWith('GET '), standingOf(state)];
  if (TABLE[name] === 'anyone') return isRead || standing !== 'no session' ? 'passes' : 'refused'; // the token went with the session
  if (standing === 'nobody' || standing === 'no session') return isRead ? 'to sign-in' : 'refused';
  if (state === 'standing in' && name === LENDING) return 'lends nothing on';
  if (standing === 'a password to change' && name.endsWith(` ${PASSWORD_ROUTE}`)) return 'passes';
  if (standing === 'a password to change') return isRead ? 'to the password' : 'refused';
  return expectedRoles(name).includes(role) ? 'passes' : 'refused';
}

function outcomeOf({ status, location, text }: Answer): string {
  if (status >= 500) return `broken: ${status}`;
  if (status === 303 && location.startsWith('/sign-in?next=')) return 'to sign-in';
  if (status === 303 && location === PASSWORD_ROUTE) return 'to the password';
  if (status === 403 && text.includes(NOT_PASSED_ON)) return 'lends nothing on';
  return status === 401 || status === 403 || text.includes(NOT_YOURS) ? 'refused' : 'passes';
}

describe('who may open what', () => {
  let context: TestContext;
  let app: Express;
  let caller: Caller;
  let visits: Visits;
  let stored: ReturnType<typeof writeCounter>;
  beforeAll(async () => {
    context = await testContext('sqlite');
    const cast = await assembleCast(context);
    context.wallClock = new SetClock(context.clock.now());
    app = buildApp(context);
    caller = callerOf(app);
    visits = await everybody(context, cast);
    stored = writeCounter(context);
  });
  afterAll(() => {
    caller.close();
    visits.close();
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

  /** What a gate says to everybody in every state against what the table says; the token and the act itself, which say no in two cases, are not the gate's. */
  const wrongAt = (route: Route): string[] => cellsOf(expectedRoles(nameOf(route)), null).flatMap((cell) => {
    const [name, standing] = [nameOf(route), standingOf(cell.state)];
    const user = standing === 'nobody' || standing === 'no session' ? undefined : { role: cell.role, mustChangePassword: standing === 'a password to change' };
    const wanted = TABLE[name] === 'anyone' || (cell.state === 'standing in' && name === LENDING) ? 'passes' : expectedOutcome(name, cell);
    const said = askGate(route, user);
    return said === wanted ? [] : [`${name} ${cell.role}, ${cell.state}: ${said} instead of ${wanted}`];
  });

  test('is what every gate says to everybody in every state', () => {
    expect(routesOf(app).flatMap(wrongAt)).toEqual([]);
  });

  // Z7 for gates: each one of every route taken away, closed, or open to one role more or fewer.
  test('is noticed where any gate says something else', () => {
    const others = (roles: readonly Role[]): Gate[] => [anyone, signedIn, signedInWithAnyPassword, ...ROLES.map((role) => may(...(roles.includes(role) ? roles.filter((r) => r !== role) : [...roles, role])))];
    const mutants = routesOf(app).flatMap((route) => others(Array.isArray(route.access) ? (route.access as readonly Role[]) : ROLES).map((gate) => ({ ...route, gate })));
    const isSame = ({ gate, access }: Route): boolean => gate === (access === 'anyone' ? anyone : access === 'signed-in' ? signedIn : null);
    const survivors = mutants.filter((mutant) => !isSame(mutant) && wrongAt(mutant).length === 0).map((mutant) => `${nameOf(mutant)}: ${String(mutant.gate.access)}`);
    expect(survivors).toEqual([`GET ${PASSWORD_ROUTE}: signed-in`, `POST ${PASSWORD_ROUTE}: signed-in`]); // the gate that stands there
    expect(mutants.length).toBeGreaterThan(2000);
  });

  /** One request, and what it should have led to: the outcome, nothing changed where it was refused, one line in the log. */
  const mismatch = async (name: string, cell: Cell, wanted: Outcome): Promise<string[]> => {
    const [method = '', address = ''] = name.split(' ');
    const [before, lines] = [stored.writes(), stored.refusals()];
    const outcome = outcomeOf(await caller.call({ method: method as Route['method'], path: address }, visits.of(cell)));
    const written = stored.refusals() - lines;
    const said = `${cell.role}, ${cell.state}: `;
    if (outcome !== wanted) return [`${said}${outcome} instead of ${wanted}`];
    if (wanted === 'passes') return [];
    return [...(before === stored.writes() ? [] : [`${said}something was changed`]), ...(written === (wanted === 'refused' ? 1 : 0) ? [] : [`${said}${written} lines in the log`])];
  };

  const mismatches = async (name: string, passing: boolean): Promise<string[]> => {
    const found: string[] = [];
    visits.restore();
    for (const cell of cellsOf(expectedRoles(name), ALL ? null : Object.keys(TABLE).indexOf(name))) {
      const wanted = expectedOutcome(name, cell);
      if ((wanted === 'passes') === passing) found.push(...(await mismatch(name, cell, wanted)));
    }
    return found;
  };

  // Those first who may: as long as nobody is turned away, nothing is written and nothing has to be read again.
  test.each(Object.keys(TABLE))('%s lets in whom it should', async (name) => {
    expect(await mismatches(name, true)).toEqual([]);
  });

  test.each(Object.keys(TABLE))('%s turns everybody else away', async (name) => {
    context.wallClock.advance(MINUTE_MS); // a minute of the log takes only so many refusals
    expect(await mismatches(name, false)).toEqual([]);
  });
});
