import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { PrismaClient as PostgresClient } from '../../generated/postgresql/client.ts';
import { isSqlite, sqliteFile } from './database-url.ts';
import { SafeSqliteAdapter } from './sqlite-adapter.ts';
import { noteVersion } from './until-written.ts';

/** The SQLite client's type is the part both databases share: no `mode: 'insensitive'`, no `skipDuplicates`, no JSON filters. */
export type Db = PrismaClient;
/** What is handed to the inside of a transaction. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;
export { isSqlite } from './database-url.ts';
export { Prisma } from '../../generated/sqlite/client.ts';
export type * from '../../generated/sqlite/models.ts';

/** Nobody waits for ever: not for a connection, not for a row, and a forgotten transaction gives its rows back. Milliseconds. */
const LIMITS = { max: 10, connectionTimeoutMillis: 10_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000 };

/** How a database is reached, and for SQLite the number that changes with everything that is committed. */
export type Access = SqlDriverAdapterFactory & { dataVersion?: () => number | undefined };

/** Nothing is opened before the first query. */
export const accessTo = (url: string): Access => (isSqlite(url) ? new SafeSqliteAdapter(sqliteFile(url)) : new PrismaPg({ ...LIMITS, connectionString: url }));

/** Opens either database; nothing is read before the first query. @throws UnsafeDatabase at the first query */
export const openDb = (url: string): Db => clientFor(accessTo(url));

/** A client compiles each kind of query once in its life, through whatever it reaches its database. */
export function clientFor(adapter: Access): Db {
  // The two generated clients are the same at run time but not assignable: their isolation levels differ.
  if (adapter.provider !== 'sqlite') return new PostgresClient({ adapter }) as unknown as Db;
  const db = new PrismaClient({ adapter });
  noteVersion(db, () => adapter.dataVersion?.());
  return db;
}
