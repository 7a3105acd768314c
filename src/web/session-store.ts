import { createHash } from 'node:crypto';
import session from 'express-session';
import type { Clock } from '../kernel/clock.ts';
import type { Db } from '../kernel/db/client.ts';
import { untilWritten } from '../kernel/db/until-written.ts';

const MINUTE_MS = 60_000;
const SWEEP_MS = 10 * MINUTE_MS;

/** What the database knows a session by: a hash, so that the table alone opens no session. */
export const sessionKey = (sid: string): string => createHash('sha256').update(sid).digest('hex');

export interface SessionLimits {
  idleMinutes: number;
  hours: number;
}

type Callback = (error?: unknown) => void;

const ready = <T>(work: Promise<T>, done?: (error?: unknown, result?: T) => void): void => {
  work.then((result) => done?.(undefined, result), (error: unknown) => done?.(error));
};

/** Sessions in the application's database, so that they can be listed and ended; the clock is the machine's. */
export class DbSessionStore extends session.Store {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #limits: SessionLimits;
  /** When a session was last used, exactly; the database is told once a minute, since reading pages must not cost a commit each. */
  readonly #seen = new Map<string, number>();
  #swept = 0;

  constructor(db: Db, clock: Clock, limits: SessionLimits) {
    super();
    this.#db = db;
    this.#clock = clock;
    this.#limits = limits;
  }

  override get(sid: string, done: (error: unknown, session?: session.SessionData | null) => void): void {
    ready(this.#read(sessionKey(sid)), done);
  }

  override set(sid: string, data: session.SessionData, done?: Callback): void {
    ready(this.#write(sessionKey(sid), data), done);
  }

  override touch(sid: string, data: session.SessionData, done?: Callback): void {
    const id = sessionKey(sid);
    const now = this.#clock.now();
    this.#seen.set(id, now.getTime());
    if (data.seenAt !== undefined && now.getTime() - data.seenAt < MINUTE_MS) done?.();
    else ready(this.#db.session.updateMany({ where: { id }, data: { seenAt: now } }), done);
  }

  override destroy(sid: string, done?: Callback): void {
    const id = sessionKey(sid);
    this.#seen.delete(id);
    ready(this.#db.session.deleteMany({ where: { id } }), done);
  }

  async #read(id: string): Promise<session.SessionData | null> {
    const row = await untilWritten(this.#db, `session ${id}`, async () => this.#db.session.findUnique({ where: { id }, select: { data: true, createdAt: true, seenAt: true } }));
    if (row === null) return null;
    const { created, seen } = this.#oldest();
    const used = Math.max(row.seenAt.getTime(), this.#seen.get(id) ?? 0);
    if (row.createdAt.getTime() <= created || used <= seen) {
      await this.#db.session.deleteMany({ where: { id } });
      return null;
    }
    return { ...(JSON.parse(row.data) as session.SessionData), seenAt: row.seenAt.getTime() };
  }

  /** Sessions begun or last used at or before these instants are over (SECURITY A5). Milliseconds. */
  #oldest(): { created: number; seen: number } {
    const now = this.#clock.now().getTime();
    return { created: now - this.#limits.hours * 60 * MINUTE_MS, seen: now - this.#limits.idleMinutes * MINUTE_MS };
  }

  async #write(id: string, data: session.SessionData): Promise<void> {
    const now = this.#clock.now();
    const accountId = data.passport?.user?.accountId ?? null;
    const kept = { data: JSON.stringify({ ...data, seenAt: undefined }), accountId, seenAt: now, address: data.address ?? null, agent: data.agent ?? null };
    this.#seen.set(id, now.getTime());
    if (data.seenAt !== undefined) {
      await this.#db.session.updateMany({ where: { id }, data: kept }); // it was ended while this request ran: it must not come back
      return;
    }
    await this.#sweep(now);
    const createdAt = new Date(data.startedAt ?? now);
    await this.#db.session.upsert({ where: { id }, create: { id, ...kept, createdAt }, update: kept });
  }

  /** Sessions nobody came back to. */
  async #sweep(now: Date): Promise<void> {
    if (now.getTime() - this.#swept < SWEEP_MS) return;
    this.#swept = now.getTime();
    const { created, seen } = this.#oldest();
    for (const [id, at] of this.#seen) if (at <= seen) this.#seen.delete(id);
    // A minute of grace: what another process has seen stands in the database only once a minute.
    await this.#db.session.deleteMany({ where: { OR: [{ createdAt: { lte: new Date(created) } }, { seenAt: { lte: new Date(seen - MINUTE_MS) } }] } });
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Without a user once their account or post is over: Passport takes the person out and leaves the rest. */
    passport?: { user?: { accountId: number; postId: number } };
    address?: string;
    agent?: string;
    /** Milliseconds; as the database had it when the session was read, missing in a new session. */
    seenAt?: number;
    /** Milliseconds; when the person signed in, kept when they switch posts: the absolute limit counts from here. */
    startedAt?: number;
  }
}
