import fs from 'node:fs';
import path from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';
import { isSqlite, sqliteFile } from './database-url.ts';

// Prisma's own table, so that its tools can read what was applied. SQLite takes all pending files in one transaction,
// PostgreSQL one file in each; either way a file that fails leaves nothing behind.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMP, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMP, started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
const APPLIED = 'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL';
const ADVISORY_LOCK = 72_707_369;

interface Applied { migration_name: string; checksum: string }
interface Pending { name: string; sql: string; checksum: string }

function pendingIn(folder: string, applied: Applied[]): Pending[] {
  const done = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  return fs.readdirSync(folder).filter((file) => file.endsWith('.sql')).sort().flatMap((file) => {
    const sql = fs.readFileSync(path.join(folder, file), 'utf8');
    const name = file.slice(0, -'.sql'.length);
    const checksum = createHash('sha256').update(sql).digest('hex');
    const before = done.get(name);
    if (before !== undefined && before !== checksum) throw new Error(`migration ${name} was changed after it was applied`);
    return before === undefined ? [{ name, sql, checksum }] : [];
  });
}

/**
 * Brings a database up to the code's schema.
 * @param folder prisma/migrations
 * @returns the names of what was applied now
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  return isSqlite(url) ? migrateSqlite(sqliteFile(url), path.join(folder, 'sqlite')) : migratePostgres(url, path.join(folder, 'postgresql'));
}

function migrateSqlite(file: string, folder: string): string[] {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const db = new Database(file, { timeout: 15_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('foreign_keys = OFF'); // outside the transaction: inside it the pragma does nothing
    return db.transaction(() => applyToSqlite(db, folder)).immediate();
  } finally {
    db.close();
  }
}

function applyToSqlite(db: Database.Database, folder: string): string[] {
  db.exec(TABLE);
  const todo = pendingIn(folder, db.prepare(APPLIED).all() as Applied[]);
  for (const { name, sql, checksum } of todo) {
    db.exec(sql);
    db.prepare('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (?, ?, ?, CURRENT_TIMESTAMP, 1)')
      .run(randomUUID(), checksum, name);
  }
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`the migrations leave ${broken.length} broken references`);
  return todo.map((m) => m.name);
}

async function migratePostgres(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(TABLE);
    const todo = pendingIn(folder, (await client.query<Applied>(APPLIED)).rows);
    for (const migration of todo) await applyToPostgres(client, migration);
    return todo.map((m) => m.name);
  } finally {
    await client.end();
  }
}

async function applyToPostgres(client: pg.Client, { name, sql, checksum }: Pending): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)', [randomUUID(), checksum, name]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
