import { createHmac, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Express } from 'express';
import request from 'supertest';
import { ROLES, type Actor, type Role } from '../../src/kernel/actor.ts';
import { sessionKey } from '../../src/web/session-store.ts';
import type { Access, Gate } from '../../src/web/gates.ts';
import type { TestContext } from '../support/test-context.ts';

export interface Route { method: 'GET' | 'POST'; path: string; access: Access | undefined }

interface Layer { route?: { path: string; methods: Record<string, boolean>; stack: { handle: Partial<Gate> }[] }; handle: { stack?: Layer[] } }

/** Every route of the application, as its routers know them, with what its first handler says. */
export function routesOf(app: Express): Route[] {
  const walk = (layers: Layer[]): Route[] => layers.flatMap(({ route, handle }) => (route === undefined ? walk(handle.stack ?? [])
    : Object.keys(route.methods).map((method) => ({ method: method.toUpperCase() as Route['method'], path: route.path, access: route.stack[0]?.handle.access }))));
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack);
}

export const STATES = ['signed in', 'must change the password', 'disabled', 'session expired', 'post ended', 'anonymous'] as const;
export type State = (typeof STATES)[number];
export interface Cell { role: Role; state: State }

/** Each role as it should be; each way of being nobody any more, for somebody whose role would be allowed; and nobody. */
export function cellsOf(allowed: readonly Role[]): Cell[] {
  const role = allowed[0] ?? 'clerk';
  return [...ROLES.map((each) => ({ role: each, state: 'signed in' as const })), ...STATES.slice(1).map((state) => ({ role, state }))];
}

const HOUR = 3600_000;

/** Somebody in that state, with a session that a browser could hold and the token of its pages. */
export async function personIn(context: TestContext, people: ReadonlyMap<Role, Actor>, { role, state }: Cell): Promise<{ cookie: string; token: string }> {
  const actor = people.get(role);
  if (actor === undefined) throw new Error(`the cast has no ${role}`);
  const { db } = context;
  await db.account.update({ where: { id: actor.accountId }, data: { active: state !== 'disabled', mustChangePassword: state === 'must change the password' } });
  await db.post.update({ where: { id: actor.postId }, data: { active: state !== 'post ended' } });
  const [sid, token] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const now = context.wallClock.now();
  const at = state === 'session expired' ? new Date(now.getTime() - HOUR) : now;
  const passport = state === 'anonymous' ? {} : { passport: { user: { accountId: actor.accountId, postId: actor.postId } } };
  await db.session.create({ data: { id: sessionKey(sid), data: JSON.stringify({ cookie: { path: '/' }, csrfToken: token, ...passport }), createdAt: at, seenAt: at } });
  const signature = createHmac('sha256', context.config.sessionSecret).update(sid).digest('base64').replace(/=+$/, '');
  return { cookie: `luoshi=${encodeURIComponent(`s:${sid}.${signature}`)}`, token };
}

/** Calls a route on objects that do not exist: gates answer before anything is looked up. */
export async function call(app: Express, { method, path }: Route, { cookie, token }: { cookie: string; token: string }): Promise<request.Response> {
  const address = path.replace(':period', '2023-05').replace(/:\w+/g, '999999');
  if (method === 'GET') return request(app).get(address).set('Cookie', cookie);
  return request(app).post(address).set('Cookie', cookie).type('form').send({ _csrf: token });
}

const PASSING = new Set(['Session', 'AuditEvent', '_prisma_migrations']); // what every request may touch, or what is counted apart

/**
 * Counts the writes to everything that is stored, but for sessions and the log: triggers do it, so that a write that changes nothing
 * counts as well and asking costs nothing. SQLite only.
 */
export function writeCounter({ url }: TestContext): { writes: () => number; close: () => void } {
  const file = new Database(url.slice('file:'.length));
  const tables = (file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[]).filter((name) => !PASSING.has(name));
  file.exec('CREATE TABLE "written" ("times" INTEGER NOT NULL); INSERT INTO "written" VALUES (0)');
  for (const name of tables) {
    for (const act of ['INSERT', 'UPDATE', 'DELETE']) file.exec(`CREATE TRIGGER "count_${name}_${act}" AFTER ${act} ON "${name}" BEGIN UPDATE "written" SET "times" = "times" + 1; END`);
  }
  const times = file.prepare('SELECT "times" FROM "written"').pluck();
  return { writes: () => times.get() as number, close: () => { file.close(); } };
}
