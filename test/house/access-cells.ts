import http from 'node:http';
import Database from 'better-sqlite3';
import type { Express, Request, Response } from 'express';
import type { Role } from '../../src/kernel/actor.ts';
import { TurnedAway, type Access, type Gate } from '../../src/web/gates.ts';
import type { TestContext } from '../support/test-context.ts';
import { addressOf } from '../support/visitor.ts';
import type { Visit } from './actor-states.ts';

export interface Route { method: 'GET' | 'POST'; path: string; access: Access | undefined; gate: Partial<Gate> | undefined }

interface Layer { route?: { path: string; methods: Record<string, boolean>; stack: { handle: Partial<Gate> }[] }; handle: { stack?: Layer[] } }

/** Every route of the application, as its routers know them, with what its first handler says. */
export function routesOf(app: Express): Route[] {
  const walk = (layers: Layer[]): Route[] => layers.flatMap(({ route, handle }) => (route === undefined ? walk(handle.stack ?? [])
    : Object.keys(route.methods).map((method) => ({ method: method.toUpperCase() as Route['method'], path: route.path, access: route.stack[0]?.handle.access, gate: route.stack[0]?.handle }))));
  return walk((app as unknown as { router: { stack: Layer[] } }).router.stack);
}

/** What a route's own gate says to that person, without a request around it. */
export function askGate({ gate, method, path }: Route, user: { role: Role; mustChangePassword: boolean } | undefined): string {
  const said: string[] = [];
  const res = { redirect: (_status: number, address: string) => { said.push(address.startsWith('/sign-in') ? 'to sign-in' : 'to the password'); } };
  try {
    (gate as Gate)({ method, user, originalUrl: path } as unknown as Request, res as unknown as Response, () => { said.push('passes'); });
  } catch (error) {
    if (!(error instanceof TurnedAway)) throw error;
    said.push('refused');
  }
  return said.join(' and ');
}

export interface Answer { status: number; location: string; text: string }

export interface Caller {
  /** Calls an address, or a route on objects that do not exist: gates answer before anything is looked up. */
  call: (route: Pick<Route, 'method' | 'path'>, visit: Visit, form?: string) => Promise<Answer>;
  close: () => void;
}

/** The application behind one port and one connection that is kept: thousands of requests need no more. */
export function callerOf(app: Express): Caller {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = new URL(addressOf(app));
  const call: Caller['call'] = ({ method, path }, { cookie, token }, more = '') => {
    const body = method === 'GET' ? '' : `_csrf=${token}${more}`;
    const form = method === 'GET' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length };
    return new Promise((resolve, reject) => {
      const sent = http.request({ port, host: '127.0.0.1', agent, method, path: path.replace(':period', '2023-05').replace(/:\w+/g, '999999'), headers: { cookie, ...form } }, (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => {
          resolve({ status: res.statusCode ?? 0, location: res.headers.location ?? '', text: Buffer.concat(parts).toString() });
        });
      });
      sent.on('error', reject).end(body);
    });
  };
  return { call, close: () => { agent.destroy(); } };
}

const PASSING = new Set(['Session', 'AuditEvent', '_prisma_migrations', 'kept']); // what every request may touch, or what is counted apart

export interface WriteCounter {
  writes: () => number;
  /** Lines in the log about somebody who was turned away. */
  refusals: () => number;
  close: () => void;
}

/**
 * Counts the writes to everything that is stored, but for sessions and the log: triggers do it, so that a write that changes nothing
 * counts as well and asking costs nothing. SQLite only.
 */
export function writeCounter({ url }: TestContext): WriteCounter {
  const file = new Database(url.slice('file:'.length));
  const tables = (file.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[]).filter((name) => !PASSING.has(name));
  file.exec('CREATE TABLE "written" ("times" INTEGER NOT NULL, "refusals" INTEGER NOT NULL); INSERT INTO "written" VALUES (0, 0)');
  for (const name of tables) {
    for (const act of ['INSERT', 'UPDATE', 'DELETE']) file.exec(`CREATE TRIGGER "count_${name}_${act}" AFTER ${act} ON "${name}" BEGIN UPDATE "written" SET "times" = "times" + 1; END`);
  }
  file.exec(`CREATE TRIGGER "count_refusals" AFTER INSERT ON "AuditEvent" WHEN NEW."event" = 'authorisation.refused' BEGIN UPDATE "written" SET "refusals" = "refusals" + 1; END`);
  const [times, refusals] = ['times', 'refusals'].map((column) => file.prepare(`SELECT "${column}" FROM "written"`).pluck());
  return { writes: () => times?.get() as number, refusals: () => refusals?.get() as number, close: () => { file.close(); } };
}

/** A log that can be made to refuse every line, as if its disk were full. SQLite only. */
export function lockableLog({ url }: TestContext): { lock: () => void; open: () => void; linesOf: (accountId: number) => number; close: () => void } {
  const file = new Database(url.slice('file:'.length));
  file.exec(`CREATE TABLE "locked" ("is" INTEGER NOT NULL); INSERT INTO "locked" VALUES (0);
    CREATE TRIGGER "log_locked" BEFORE INSERT ON "AuditEvent" WHEN (SELECT "is" FROM "locked") = 1 BEGIN SELECT RAISE(ABORT, 'the log is full'); END`);
  const set = file.prepare('UPDATE "locked" SET "is" = ?');
  const lines = file.prepare('SELECT COUNT(*) FROM "AuditEvent" WHERE "accountId" = ?').pluck();
  return { lock: () => { set.run(1); }, open: () => { set.run(0); }, linesOf: (accountId) => lines.get(accountId) as number, close: () => { file.close(); } };
}
