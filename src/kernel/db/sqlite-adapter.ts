import type Database from 'better-sqlite3';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils';
import { checkSqlite, openingPragmas } from './sqlite-checks.ts';
import { keepStatements } from './sqlite-statements.ts';
import { SqliteWriter, type Connection } from './sqlite-writer.ts';

// The stock adapter has one connection for everybody and takes no lock for plain queries: a write made while another
// request's transaction is open becomes part of that transaction and is lost when it rolls back (SECURITY §1.1).
// Here reads have a connection of their own and writes go through SqliteWriter.

const NAME = '@prisma/adapter-better-sqlite3';
const MAX_BIND_VALUES = 32_766; // SQLite's own limit; the stock adapter says 999 and then refuses long lists of ids
const KNOWN_STATEMENTS = 2000;

export class SafeSqliteAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = NAME;
  readonly #file: string;
  #version: Database.Statement<[], number> | undefined;
  #known: number | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws UnsafeDatabase */
  async connect(): Promise<SqlDriverAdapter> {
    const writer = await openConnection(this.#file);
    keepStatements(writer.client);
    writer.client.pragma('busy_timeout = 0'); // SqliteWriter waits without stopping the server
    const reader = await openConnection(this.#file);
    reader.client.pragma('query_only = ON');
    // Asked several times for every page: prepared once, before the connection is made to keep the client's statements.
    this.#version = reader.client.prepare<[], number>('PRAGMA data_version').pluck().safeIntegers(false);
    keepStatements(reader.client);
    return split(reader, new SqliteWriter(writer, () => { this.#known = undefined; }), writer);
  }

  /**
   * Another number as soon as this process has committed anything, and from the next turn of its event loop on where another one has;
   * undefined before the first query. Asking SQLite takes a lock of the operating system, and every page asks ten times.
   */
  dataVersion(): number | undefined {
    if (this.#known !== undefined || this.#version === undefined) return this.#known;
    setImmediate(() => { this.#known = undefined; });
    this.#known = this.#version.get();
    return this.#known;
  }
}

async function openConnection(file: string): Promise<Connection> {
  const connection = (await new PrismaBetterSqlite3({ url: file }).connect()) as Connection;
  try {
    openingPragmas(connection.client);
    checkSqlite(connection.client);
  } catch (error) {
    await connection.dispose();
    throw error;
  }
  return connection;
}

function split(reader: Connection, writer: SqliteWriter, writing: Connection): SqlDriverAdapter {
  const isRead = readTest(reader.client);
  return {
    provider: 'sqlite',
    adapterName: NAME,
    queryRaw: async (query: SqlQuery) => (isRead(query.sql) ? reader.queryRaw(query) : writer.query(query)),
    executeRaw: (query: SqlQuery) => writer.execute(query),
    executeScript: (script: string) => writer.script(script),
    getConnectionInfo: () => ({ maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false }),
    startTransaction: () => writer.begin(),
    dispose: async () => {
      await reader.dispose();
      await writing.dispose();
    },
  };
}

/** Whether a statement only reads. SQLite is asked; what it cannot prepare goes to the writer, whose error is worded for people. */
function readTest(connection: Database.Database): (sql: string) => boolean {
  const known = new Map<string, boolean>();
  return (sql) => {
    const before = known.get(sql);
    if (before !== undefined) return before;
    if (known.size >= KNOWN_STATEMENTS) known.clear();
    try {
      const read = /^\s*(?:select|with|values|explain)\b/i.test(sql) && connection.prepare(sql).readonly;
      known.set(sql, read);
      return read;
    } catch {
      return false;
    }
  };
}
