import { createHmac, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { DELEGABLE } from '../../src/accounts/delegation.ts';
import { ROLES, type Actor, type Role } from '../../src/kernel/actor.ts';
import { today } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/days.ts';
import { sessionKey } from '../../src/web/session-store.ts';
import type { Cast } from '../support/cast.ts';
import type { TestContext } from '../support/test-context.ts';

/** A member of the cast per role. */
const LOGINS: Readonly<Record<Role, string>> = { supervisor: 'duchashi', inspector: 'duchayuan', head: 'shangwu-head', clerk: 'shangwu', leader: 'shizhang', auditor: 'shenji', admin: 'admin' };

/** What is left of somebody in front of a gate: their role, their password alone, a session that nobody is in, or not even that. */
export type Standing = 'their role' | 'a password to change' | 'nobody' | 'no session';

interface Making {
  standing: Standing;
  /** In which unit, by its code; the cast's own where left out. */
  unit?: string;
  account?: { active?: boolean; mustChangePassword?: boolean; lockedUntil?: Date; passwordChangedAt?: Date };
  post?: { active: boolean };
  /** How many minutes ago the session was begun and last used. */
  session?: { begun?: number; used?: number; ended?: true; anonymous?: true };
  /** Acts in the post of the cast's person, lent from day to day as counted from today. */
  lent?: { from: number; to: number; revoked?: true };
  /** Holds a post of every other role beside the one acted in. */
  several?: true;
}

const FAR = new Date('2030-01-01T00:00:00Z');
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

// Everything that somebody can be when a request comes in (SECURITY Z1), written by hand: what the gates must take each for.
const MAKINGS = {
  'signed in': { standing: 'their role' },
  'in a supporting bureau': { standing: 'their role', unit: 'fagai' },
  'in a bureau that has nothing to do with it': { standing: 'their role', unit: 'gongxin' },
  'in a district': { standing: 'their role', unit: 'yuhua' },
  'locked after signing in': { standing: 'their role', account: { lockedUntil: FAR } },
  'acting in one of several posts': { standing: 'their role', several: true },
  'standing in': { standing: 'their role', lent: { from: 0, to: 0 } },
  'must change the password': { standing: 'a password to change', account: { mustChangePassword: true } },
  'with an outdated password': { standing: 'a password to change', account: { passwordChangedAt: LONG_AGO } },
  'disabled': { standing: 'nobody', account: { active: false } },
  'post ended': { standing: 'nobody', post: { active: false } },
  'unit closed': { standing: 'nobody', unit: 'closed' },
  'to stand in from tomorrow': { standing: 'nobody', lent: { from: 1, to: 2 } },
  'stood in until yesterday': { standing: 'nobody', lent: { from: -2, to: -1 } },
  'no longer asked to stand in': { standing: 'nobody', lent: { from: 0, to: 1, revoked: true } },
  'anonymous': { standing: 'nobody', session: { anonymous: true } },
  'session expired': { standing: 'no session', session: { used: 31 } },
  'signed in yesterday': { standing: 'no session', session: { begun: 12 * 60 + 1 } },
  'session ended': { standing: 'no session', session: { ended: true } },
} as const satisfies Record<string, Making>;

export type State = keyof typeof MAKINGS;
const STATES = Object.keys(MAKINGS) as State[];
export const standingOf = (state: State): Standing => MAKINGS[state].standing;

export interface Cell { role: Role; state: State }

/** Who asks every route over HTTP; the others, and the roles that it turns away, take turns there. */
const ALWAYS: readonly State[] = ['anonymous'];
const IN_TURN = STATES.filter((state) => state !== 'signed in' && !ALWAYS.includes(state));
const TURNS = { states: 3, roles: 1 };

/** So many of them, for numbers in a row the next ones. */
const inTurn = <T>(all: readonly T[], turn: number, count: number): T[] => all.filter((_, i) => (i + all.length - ((turn * count) % all.length)) % all.length < count);

const IN_OTHER_UNITS: readonly State[] = ['in a supporting bureau', 'in a bureau that has nothing to do with it', 'in a district'];

/** Somebody in that state whose role would be allowed, as far as there can be one. */
function inState(state: State, allowed: readonly Role[]): Cell {
  const possible: readonly Role[] = 'lent' in MAKINGS[state] ? DELEGABLE : IN_OTHER_UNITS.includes(state) ? ['head', 'clerk'] : ROLES;
  return { role: possible.find((role) => allowed.includes(role)) ?? possible[0] ?? 'clerk', state };
}

/**
 * Each role as it should be, and the other states.
 * @param turn number of the route: all whom it should let in, some of the others; everybody for null
 */
export function cellsOf(allowed: readonly Role[], turn: number | null): Cell[] {
  const turnedAway = ROLES.filter((role) => !allowed.includes(role));
  const roles = turn === null ? ROLES : [...ROLES.filter((role) => allowed.includes(role)), ...inTurn(turnedAway, turn, TURNS.roles)];
  const others = turn === null ? IN_TURN : inTurn(IN_TURN, turn, TURNS.states);
  return [
    ...roles.map((role) => ({ role, state: 'signed in' as const })),
    ...[...ALWAYS, ...others].map((state) => inState(state, allowed)),
    // Rights are never the union of two posts: this one holds a post that is allowed and acts in one that is not.
    ...(others.includes('acting in one of several posts') ? turnedAway.slice(0, 1).map((role) => ({ role, state: 'acting in one of several posts' as const })) : []),
  ];
}

export interface Visit { cookie: string; token: string }

const MINUTE_MS = 60_000;

/** A session that a browser could hold, with the token of its pages, and the row the store keeps of it. */
function sessionOf({ config, wallClock }: TestContext, user: { accountId: number; postId: number } | null, { begun = 0, used = 0 } = {}) {
  const [sid, token] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
  const ago = (minutes: number): Date => new Date(wallClock.now().getTime() - minutes * MINUTE_MS);
  const signature = createHmac('sha256', config.sessionSecret).update(sid).digest('base64').replace(/=+$/, '');
  const data = JSON.stringify({ cookie: { path: '/' }, csrfToken: token, ...(user === null ? {} : { passport: { user } }) });
  return { visit: { cookie: `luoshi=${encodeURIComponent(`s:${sid}.${signature}`)}`, token }, row: { id: sessionKey(sid), data, createdAt: ago(begun), seenAt: ago(used) } };
}

/** A member of the cast per role, signed in. */
export async function signedIn(context: TestContext, { accountId, postId }: Actor): Promise<Visit> {
  const { visit, row } = sessionOf(context, { accountId, postId });
  await context.db.session.create({ data: row });
  return visit;
}

export const personOf = (cast: Cast, role: Role): Actor => cast.person(LOGINS[role]);

/** Somebody in that state who differs from the cast's person of the role in nothing else. @returns the post they act in */
async function make(context: TestContext, base: Actor, state: State, units: Map<string, number>): Promise<{ accountId: number; postId: number }> {
  const { unit, account, post, lent, several }: Making = MAKINGS[state];
  const [{ db }, at] = [context, context.wallClock.now()];
  const unitId = unit === undefined ? base.unitId : (units.get(unit) ?? 0);
  const held = [lent === undefined ? base.role : 'clerk', ...(several === true ? ROLES.filter((role) => role !== base.role) : [])];
  const made = await db.account.create({
    data: {
      login: `${base.role}-${String(STATES.indexOf(state))}`, name: '谁', passwordHash: '', mustChangePassword: false, createdAt: at, ...account,
      posts: { create: held.map((role) => ({ unitId, role, title: state, createdAt: at, ...post })) },
    },
    include: { posts: { orderBy: { id: 'asc' } } },
  });
  if (lent === undefined) return { accountId: made.id, postId: made.posts[0]?.id ?? 0 };
  const day = today(context.clock);
  await db.delegation.create({ data: {
    postId: base.postId, fromId: base.accountId, toId: made.id, startsOn: addDays(day, lent.from), endsOn: addDays(day, lent.to), reason: '出差', givenAt: at, revokedAt: lent.revoked === true ? at : null,
  } });
  return { accountId: made.id, postId: base.postId };
}

export interface Visits {
  of: (cell: Cell) => Visit;
  /** Puts every session back as it was, last used now: some requests end the session they come with. Writes only where it must. */
  restore: () => void;
  close: () => void;
}

/** Everybody in every state, made once; SQLite only. */
export async function everybody(context: TestContext, cast: Cast): Promise<Visits> {
  const closed = await context.db.unit.create({ data: { code: 'closed', name: '已撤销的局', shortName: '撤销局', kind: 'government', sort: 999, pinyin: 'c', initials: 'c', active: false } });
  const units = new Map([...['fagai', 'gongxin', 'yuhua'].map((code) => [code, cast.unit(code)] as const), ['closed', closed.id] as const]);
  const visits = new Map<string, Visit>();
  for (const role of ROLES) {
    for (const state of STATES) {
      const { session = {} }: Making = MAKINGS[state];
      const who = session.anonymous === true ? null : state === 'signed in' ? personOf(cast, role) : await make(context, personOf(cast, role), state, units);
      const { visit, row } = sessionOf(context, who === null ? null : { accountId: who.accountId, postId: who.postId }, session);
      visits.set(`${role} ${state}`, visit);
      if (session.ended !== true) await context.db.session.create({ data: row });
    }
  }
  const of = ({ role, state }: Cell): Visit => visits.get(`${role} ${state}`) ?? { cookie: '', token: '' };
  return { of, ...keeper(context) };
}

/** Keeps the sessions as they are now in a table of its own. */
function keeper({ url, wallClock }: TestContext): { restore: () => void; close: () => void } {
  const file = new Database(url.slice('file:'.length));
  file.exec('CREATE TABLE "kept" AS SELECT * FROM "Session"');
  const last = file.prepare('SELECT MAX("seenAt") FROM "kept"').pluck().get() as string;
  const stamp = (): string => wallClock.now().toISOString().replace('Z', last.endsWith('Z') ? 'Z' : '+00:00');
  const empty = file.prepare('DELETE FROM "Session"');
  const fill = file.prepare('INSERT INTO "Session" ("id", "accountId", "data", "createdAt", "seenAt") SELECT "id", "accountId", "data", "createdAt", CASE WHEN "seenAt" = ? THEN ? ELSE "seenAt" END FROM "kept"');
  const state = file.prepare(`SELECT COUNT(*) || ' ' || SUM(LENGTH("data")) || ' ' || MAX("seenAt") FROM "Session"`).pluck();
  const putBack = file.transaction((seenAt: string) => {
    empty.run();
    fill.run(last, seenAt);
    return state.get();
  });
  let before = state.get();
  const restore = (): void => { if (state.get() !== before || !String(before).endsWith(stamp())) before = putBack(stamp()); };
  return { restore, close: () => { file.close(); } };
}
