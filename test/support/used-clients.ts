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

interface Used { db: Db; access: Redirected }

const idle: Record<DatabaseKind, Used[]> = { sqlite: [], postgresql: [] };

/** A client of this file's on the database; `release` disconnects it and leaves it to the next. */
export function clientOn(kind: DatabaseKind, url: string): { db: Db; release: () => Promise<void> } {
  const used = idle[kind].pop() ?? made(url);
  used.access.redirect(accessTo(url));
  return { db: used.db, release: async () => {
    await used.db.$disconnect();
    idle[kind].push(used);
  } };
}

function made(url: string): Used {
  const access = new Redirected(accessTo(url));
  return { db: clientFor(access), access };
}
