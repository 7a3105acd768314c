import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../generated/sqlite/client.ts';
import { PrismaClient as PostgresClient } from '../../generated/postgresql/client.ts';
import { SafeSqliteAdapter } from './sqlite-adapter.ts';

/** The SQLite client's type is the part both databases share: no `mode: 'insensitive'`, no `skipDuplicates`, no JSON filters. */
export type Db = PrismaClient;
/** What is handed to the inside of a transaction. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>;
export { Prisma } from '../../generated/sqlite/client.ts';
export type * from '../../generated/sqlite/models.ts';

export const isSqlite = (url: string): boolean => url.startsWith('file:');

/** Path of the file behind a `file:` address. */
export const sqliteFile = (url: string): string => url.slice('file:'.length);

/** Opens either database; nothing is read before the first query. @throws UnsafeDatabase at the first query */
export function openDb(url: string): Db {
  if (isSqlite(url)) return new PrismaClient({ adapter: new SafeSqliteAdapter(sqliteFile(url)) });
  // The two generated clients are the same at run time but not assignable: their isolation levels differ.
  return new PostgresClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) }) as unknown as Db;
}
