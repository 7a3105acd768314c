import { accessTo, clientFor, type Access, type Db } from '../../src/kernel/db/client.ts';
import type { DatabaseKind } from './fresh-db.ts';

// Prisma compiles each kind of query once per client, which costs more than most tests do: a client whose database is gone is given the next one.

/** Reaches one database after the other; to the client it is the same. */
class Redirected implements Access {
  readonly provider: Access['provider'];
  readonly adapterName: string;
  #access: Access;
  #turn = 0;

  constructor(access: Access) {
    this.provider = access.provider;
    this.adapterName = access.adapterName;
    this.#access = access;
  }

  connect: Access['connect'] = () => this.#access.connect();

  /** Never the number of a database before. */
  dataVersion(): number | undefined {
    const version = this.#access.dataVersion?.();
    return version === undefined ? undefined : this.#turn * 1e9 + version;
  }

  redirect(access: Access): void {
    this.#access = access;
    this.#turn += 1;
  }
}

interface Used { kind: DatabaseKind; db: Db; access: Redirected; url: string }

const idle: Used[] = [];

/** A client of this file's on the database; `release` leaves it to the next. A file of SQLite's is closed, a kept PostgreSQL database stays connected. */
export async function clientOn(kind: DatabaseKind, url: string): Promise<{ db: Db; release: () => Promise<void> }> {
  const used = takeIdle(kind, url) ?? made(kind, url);
  if (used.url !== url) {
    await used.db.$disconnect();
    used.access.redirect(accessTo(url));
    used.url = url;
  }
  return { db: used.db, release: async () => {
    if (kind === 'sqlite') await used.db.$disconnect();
    idle.push(used);
  } };
}

function takeIdle(kind: DatabaseKind, url: string): Used | undefined {
  const at = idle.findIndex((used) => used.url === url);
  const found = at >= 0 ? at : idle.findIndex((used) => used.kind === kind);
  return found < 0 ? undefined : idle.splice(found, 1)[0];
}

function made(kind: DatabaseKind, url: string): Used {
  const access = new Redirected(accessTo(url));
  return { kind, db: clientFor(access), access, url };
}

afterAll(() => Promise.all(idle.map(({ db }) => db.$disconnect())));
