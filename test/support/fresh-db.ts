import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Db } from '../../src/kernel/db/client.ts';
import { takeDatabase } from './kept-postgres.ts';
import { clientOn } from './used-clients.ts';

/** For `describe.each(databases)('on %s', (kind) => …)`: what must hold on both. */
export const databases = ['sqlite', 'postgresql'] as const;
export type DatabaseKind = (typeof databases)[number];

export interface FreshDatabase {
  db: Db;
  url: string;
  /** Closes and removes it. */
  done: () => Promise<void>;
}

/** What global-setup.mjs left for the workers. */
export function fromRun(name: 'TEST_FOLDER' | 'TEST_SQLITE_TEMPLATE' | 'TEST_PG_SERVER' | 'TEST_PG_TEMPLATE'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with jest's global set-up`);
  return value;
}

/** A folder of this run's that is removed with it. */
export const freshFolder = (prefix = 'folder'): string => fs.mkdtempSync(path.join(fromRun('TEST_FOLDER'), `${prefix}-`));

/** A migrated, empty database that nobody else uses. */
export async function freshDb(kind: DatabaseKind): Promise<FreshDatabase> {
  const { url, remove } = kind === 'sqlite' ? copySqlite() : await copyPostgres();
  const { db, release } = await clientOn(kind, url);
  return { db, url, done: async () => {
    await release();
    await remove();
  } };
}

interface Copy { url: string; remove: () => Promise<void> }

function copySqlite(): Copy {
  const folder = freshFolder('sqlite');
  const file = path.join(folder, 'luoshi.db');
  fs.copyFileSync(fromRun('TEST_SQLITE_TEMPLATE'), file);
  return { url: `file:${file}`, remove: () => fs.promises.rm(folder, { recursive: true }) };
}

async function copyPostgres(): Promise<Copy> {
  const { name, release } = await takeDatabase();
  return { url: urlOf(name), remove: () => {
    release();
    return Promise.resolve();
  } };
}

function urlOf(name: string): string {
  const url = new URL(fromRun('TEST_PG_SERVER'));
  url.pathname = `/${name}`;
  return url.href;
}

/** An empty PostgreSQL database without any table, for tests of the migrations themselves. */
export async function emptyPostgres(): Promise<Copy> {
  const name = `luoshi_test_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name}`);
  return { url: urlOf(name), remove: async () => { await onServer(`DROP DATABASE ${name} WITH (FORCE)`); } };
}

/** @param name of the database that is asked; the server's own where left out @returns how many rows it touched or found */
export async function onServer(sql: string, name?: string): Promise<number> {
  const client = new pg.Client({ connectionString: name === undefined ? fromRun('TEST_PG_SERVER') : urlOf(name) });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
