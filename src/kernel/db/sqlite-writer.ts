import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { DriverAdapterError, type SqlDriverAdapter, type SqlQuery, type SqlResultSet, type Transaction } from '@prisma/driver-adapter-utils';
import { refuseInsideTransaction } from './open-transaction.ts';
import { TurnTaking, TurnTimeout, type Release } from './turn-taking.ts';

export type Connection = SqlDriverAdapter & { client: Database.Database };

/** How long another process may keep the file locked before a write is given up (SECURITY D6), in milliseconds. */
export const BUSY_PATIENCE_MS = 5000;
const TURN_PATIENCE_MS = 30_000; // longer than the longest transaction may take, so it passes only where something is badly wrong
const RETRY_MS = 25;

/**
 * The one connection that writes. Whoever writes waits for their turn and keeps it until commit or rollback, so that nobody's
 * write becomes part of somebody else's transaction (SECURITY §1.1). While another process holds the file's lock we ask again and
 * again instead of letting SQLite wait: its waiting would stop the whole server.
 */
export class SqliteWriter {
  readonly #connection: Connection;
  readonly #turns = new TurnTaking();
  readonly #onWritten: () => void;

  /** @param onWritten called whenever something may have been committed, before whoever wrote is told so */
  constructor(connection: Connection, onWritten: () => void) {
    this.#connection = connection;
    this.#onWritten = onWritten;
  }

  query(query: SqlQuery): Promise<SqlResultSet> {
    return this.#alone(() => this.#connection.queryRaw(query));
  }

  execute(query: SqlQuery): Promise<number> {
    return this.#alone(() => this.#connection.executeRaw(query));
  }

  script(script: string): Promise<void> {
    return this.#alone(() => this.#connection.executeScript(script));
  }

  /** BEGIN IMMEDIATE: the lock is taken first, so nothing later in the transaction can find the file locked. */
  async begin(): Promise<Transaction> {
    const asked = performance.now();
    const release = await this.#turn();
    try {
      await this.#untilFree(asked, async () => this.#connection.executeScript('BEGIN IMMEDIATE'));
    } catch (error) {
      release();
      throw error;
    }
    return openTransaction(this.#connection, release);
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const asked = performance.now();
    const release = await this.#turn();
    try {
      return await this.#untilFree(asked, work);
    } finally {
      release();
    }
  }

  async #turn(): Promise<Release> {
    refuseInsideTransaction();
    const release = await this.#turns.take(TURN_PATIENCE_MS).catch((error: unknown) => {
      throw error instanceof TurnTimeout ? new DriverAdapterError({ kind: 'SocketTimeout' }) : error;
    });
    try {
      undoWhatIsOpen(this.#connection.client);
    } catch (error) {
      release();
      throw error;
    }
    return () => {
      this.#onWritten();
      release();
    };
  }

  /** A single statement that found the file locked has done nothing, so it may be tried again. Waiting in line counts as waiting. */
  async #untilFree<T>(asked: number, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isLocked(error) || performance.now() - asked >= BUSY_PATIENCE_MS) throw error;
      }
      await pause(RETRY_MS);
    }
  }
}

const isLocked = (error: unknown): boolean => error instanceof DriverAdapterError && error.cause.kind === 'SocketTimeout';

/** What somebody left open would swallow the next write. */
function undoWhatIsOpen(client: Database.Database): void {
  if (client.inTransaction) client.exec('ROLLBACK');
}

function openTransaction(connection: Connection, release: Release): Transaction {
  let open = true;
  const whileOpen = async <T>(work: () => T | Promise<T>): Promise<T> => {
    // A query plan of several statements may go on after its transaction timed out; its rest must not run in somebody else's.
    if (!open) throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'the transaction is over' });
    return work();
  };
  const end = (sql: 'COMMIT' | 'ROLLBACK'): Promise<void> => whileOpen(async () => {
    open = false;
    try {
      await connection.executeScript(sql);
    } finally {
      endForSure(connection.client, release);
    }
  });
  const savepoint = (sql: string): Promise<void> => whileOpen(() => connection.executeScript(sql));
  return {
    provider: 'sqlite',
    adapterName: connection.adapterName,
    options: { usePhantomQuery: true }, // COMMIT and ROLLBACK are sent here, not by the client
    queryRaw: (query) => whileOpen(() => connection.queryRaw(query)),
    executeRaw: (query) => whileOpen(() => connection.executeRaw(query)),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    createSavepoint: (name) => savepoint(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => savepoint(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => savepoint(`RELEASE SAVEPOINT ${name}`),
  };
}

/** A COMMIT that fails (disk full, a deferred reference) leaves the transaction open; the turn is given up in any case. */
function endForSure(client: Database.Database, release: Release): void {
  try {
    undoWhatIsOpen(client);
  } finally {
    release();
  }
}
