// Once per run: a PostgreSQL (unless TEST_PG_URL names one) and one migrated template per database, which every test copies.
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import pg from 'pg';
import { tsImport } from 'tsx/esm/api';
import { startPostgres } from './pg-server.mjs';
import { scratchFolder } from './scratch.mjs';

const migrations = path.resolve(import.meta.dirname, '../../prisma/migrations');

async function makePostgresTemplate(migrate, server) {
  const name = `luoshi_template_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, migrations);
  return name;
}

async function makeSqliteTemplate(migrate, folder) {
  const file = path.join(folder, 'template.db');
  await migrate(`file:${file}`, migrations);
  const db = new Database(file);
  db.pragma('journal_mode = WAL'); // closing leaves all of it in the one file that is copied
  db.close();
  return file;
}

export default async function setUp() {
  const folder = scratchFolder();
  const server = process.env.TEST_PG_URL ? undefined : await startPostgres();
  const url = process.env.TEST_PG_URL ?? server.url('postgres');
  const { migrate } = await tsImport('../../src/kernel/db/migrate.ts', import.meta.url);
  process.env.TEST_FOLDER = folder;
  process.env.TEST_PG_SERVER = url;
  process.env.TEST_PG_TEMPLATE = await makePostgresTemplate(migrate, url);
  process.env.TEST_SQLITE_TEMPLATE = await makeSqliteTemplate(migrate, folder);
  globalThis.luoshiTestRun = { folder, server, url, template: process.env.TEST_PG_TEMPLATE };
}
