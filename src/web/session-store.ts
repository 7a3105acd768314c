import { createHash } from 'node:crypto';
import session from 'express-session';
import type { Clock } from '../kernel/clock.ts';
import type { Db } from '../kernel/db/client.ts';

const MINUTE_MS = 60_000;
const hashOf = (sid: string): string => createHash('sha256').update(sid).digest('hex');

export interface SessionLimits {
  idleMinutes: number;
  hours: number;
}

type Callback = (error?: unknown) => void;

/** Sessions in the application's database, so that they can be listed and ended; the clock is the machine's. */
export class DbSessionStore extends session.Store {
  readonly #db: Db;
  readonly #clock: Clock;
  readonly #limits: SessionLimits;

  constructor(db: Db, clock: Clock, limits: SessionLimits) {
    super();
    this.#db = db;
    this.#clock = clock;
    this.#limits = limits;
  }

  override get(sid: string, done: (error: unknown, session?: session.SessionData | null) => void): void {
    this.#read(hashOf(sid)).then((data) => { done(null, data); }, (error: unknown) => { done(error); });
  }

  async #read(id: string): Promise<session.SessionData | null> {
    const row = await this.#db.session.findUnique({ where: { id }, select: { data: true, createdAt: true, seenAt: true } });
    if (row === null) return null;
    const now = this.#clock.now().getTime();
    const tooOld = now - row.createdAt.getTime() > this.#limits.hours * 60 * MINUTE_MS;
    const idle = now - row.seenAt.getTime() > this.#limits.idleMinutes * MINUTE_MS;
    if (tooOld || idle) {
      await this.#db.session.deleteMany({ where: { id } });
      return null;
    }
    return { ...(JSON.parse(row.data) as session.SessionData), seenAt: row.seenAt.getTime() };
  }

  override set(sid: string, data: session.SessionData, done?: Callback): void {
    const id = hashOf(sid);
    const now = this.#clock.now();
    const accountId = data.passport?.user.accountId ?? null;
    const kept = { data: JSON.stringify({ ...data, seenAt: undefined }), accountId, seenAt: now };
    this.#db.session.upsert({ where: { id }, create: { id, ...kept, createdAt: now, address: data.address ?? null, agent: data.agent ?? null }, update: kept })
      .then(() => done?.(), (error: unknown) => done?.(error));
  }

  /** Written at most once a minute: reading pages must not cost a commit each. */
  override touch(sid: string, data: session.SessionData, done?: Callback): void {
    const now = this.#clock.now();
    if (data.seenAt !== undefined && now.getTime() - data.seenAt < MINUTE_MS) {
      done?.();
      return;
    }
    this.#db.session.updateMany({ where: { id: hashOf(sid) }, data: { seenAt: now } }).then(() => done?.(), (error: unknown) => done?.(error));
  }

  override destroy(sid: string, done?: Callback): void {
    this.#db.session.deleteMany({ where: { id: hashOf(sid) } }).then(() => done?.(), (error: unknown) => done?.(error));
  }
}

declare module 'express-session' {
  interface SessionData {
    passport?: { user: { accountId: number; postId: number } };
    address?: string;
    agent?: string;
    seenAt?: number;
  }
}
