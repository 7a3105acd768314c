import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';
import { isSqlite, sqliteFile } from './database-url.ts';
import { MigrationRefused, pendingMigrations, type Applied, type Migration } from './migration-files.ts';

// Prisma's own table, so that its tools can read what was applied. SQLite takes all pending files in one transaction,
// PostgreSQL one file in each; either way a file that fails leaves nothing behind.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMP, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMP, started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
const APPLIED = 'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL';
const ADVISORY_LOCK = 72_707_369;
const LOCK_PATIENCE_MS = 15_000;

/**
 * Brings a database up to the code's schema. Of several processes that ask at once one does it and the others wait.
 * @param folder prisma/migrations
 * @returns the names of what was applied now
 * @throws MigrationRefused, or the database's own error with the name of the file; nothing of that file is left behind
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  return isSqlite(url) ? migrateSqlite(sqliteFile(url), path.join(folder, 'sqlite')) : migratePostgres(url, path.join(folder, 'postgresql'));
}

const failed = (name: string, cause: unknown): Error =>
  new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause });

function migrateSqlite(file: string, folder: string): string[] {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const db = new Database(file, { timeout: LOCK_PATIENCE_MS });
  try {
    db.pragma('foreign_keys = OFF'); // outside the transaction: inside it the pragma does nothing
    db.pragma('synchronous = FULL');
    return db.transaction(() => applyToSqlite(db, folder)).immediate();
  } finally {
    db.close();
  }
}

function applyToSqlite(db: Database.Database, folder: string): string[] {
  db.exec(TABLE);
  const todo = pendingMigrations(folder, db.prepare(APPLIED).all() as Applied[]);
  const record = db.prepare('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (?, ?, ?, CURRENT_TIMESTAMP, 1)');
  for (const { name, sql, checksum } of todo) {
    try {
      db.exec(sql);
    } catch (error) {
      throw failed(name, error);
    }
    if (!db.inTransaction) throw new MigrationRefused(`The migration ${name} ends the transaction that it runs in.`);
    record.run(randomUUID(), checksum, name);
  }
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new MigrationRefused(`The migrations leave ${broken.length} broken references.`);
  return todo.map((migration) => migration.name);
}

async function migratePostgres(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]); // held until the connection ends
    await client.query(TABLE);
    const todo = pendingMigrations(folder, (await client.query<Applied>(APPLIED)).rows);
    for (const migration of todo) await applyToPostgres(client, migration);
    return todo.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function applyToPostgres(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)', [randomUUID(), checksum, name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // a lost connection has undone it already
    throw failed(name, error);
  }
}
