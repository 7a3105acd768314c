import type Database from 'better-sqlite3';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { checkSqlite, openingPragmas } from './sqlite-checks.ts';
import { keepStatements } from './sqlite-statements.ts';
import { TurnTaking } from './turn-taking.ts';

// The stock adapter has one connection for everybody and takes no lock for plain queries: a write made while another
// request's transaction is open becomes part of that transaction and is lost when it rolls back (SECURITY §1.1).
// Here reads have a connection of their own, and whoever writes waits for their turn and keeps it until commit or rollback.

type Connection = SqlDriverAdapter & { client: Database.Database };
const NAME = '@prisma/adapter-better-sqlite3';
const MAX_BIND_VALUES = 32_766;

export class SafeSqliteAdapter implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = NAME;
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const factory = new PrismaBetterSqlite3({ url: this.#file, timeout: 5000 });
    const writer = (await factory.connect()) as Connection;
    const reader = (await factory.connect()) as Connection;
    for (const connection of [writer, reader]) {
      openingPragmas(connection.client);
      checkSqlite(connection.client);
      keepStatements(connection.client);
    }
    reader.client.pragma('query_only = ON');
    return guarded(reader, writer);
  }
}

function guarded(reader: Connection, writer: Connection): SqlDriverAdapter {
  const turns = new TurnTaking();
  const isRead = readTest(reader.client);
  return {
    provider: 'sqlite',
    adapterName: NAME,
    queryRaw: (query: SqlQuery) => (isRead(query.sql) ? reader.queryRaw(query) : turns.inTurn(() => writer.queryRaw(query))),
    executeRaw: (query: SqlQuery) => turns.inTurn(() => writer.executeRaw(query)),
    executeScript: (script: string) => turns.inTurn(() => writer.executeScript(script)),
    getConnectionInfo: () => ({ maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false }),
    startTransaction: () => startTransaction(writer, turns),
    dispose: async () => {
      await reader.dispose();
      await writer.dispose();
    },
  };
}

function readTest(connection: Database.Database): (sql: string) => boolean {
  const known = new Map<string, boolean>();
  return (sql) => {
    let read = known.get(sql);
    if (read === undefined) {
      read = /^\s*(?:select|with|values|explain)\b/i.test(sql) && connection.prepare(sql).readonly;
      if (known.size > 2000) known.clear();
      known.set(sql, read);
    }
    return read;
  };
}

async function startTransaction(writer: Connection, turns: TurnTaking): Promise<Transaction> {
  const release = await turns.take();
  try {
    writer.client.exec('BEGIN IMMEDIATE');
  } catch (error) {
    release();
    throw error;
  }
  const end = async (sql: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    try {
      if (writer.client.inTransaction) writer.client.exec(sql);
    } finally {
      // A COMMIT that failed (busy, disk full) leaves the transaction open; nobody may write into it.
      if (writer.client.inTransaction) writer.client.exec('ROLLBACK');
      release();
    }
  };
  return {
    provider: 'sqlite',
    adapterName: NAME,
    options: { usePhantomQuery: true },
    queryRaw: (query: SqlQuery) => writer.queryRaw(query),
    executeRaw: (query: SqlQuery) => writer.executeRaw(query),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    createSavepoint: async (name) => void writer.client.exec(`SAVEPOINT ${name}`),
    rollbackToSavepoint: async (name) => void writer.client.exec(`ROLLBACK TO ${name}`),
    releaseSavepoint: async (name) => void writer.client.exec(`RELEASE SAVEPOINT ${name}`),
  };
}
