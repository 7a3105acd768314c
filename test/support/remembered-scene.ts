import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { isSqlite, sqliteFile } from '../../src/kernel/db/database-url.ts';
import { fromRun, onServer } from './fresh-db.ts';
import { rowsAside, rowsBack } from './kept-postgres.ts';
import type { TestContext } from './test-context.ts';

/**
 * A scene that many tests begin with is told once per worker through the program's own verbs; whoever asks for the same one again, at the same
 * time and under the same settings, gets its rows. Only an untouched database is replaced: where somebody has asked it anything, the scene is told.
 * @param tell what it hands back must survive JSON
 */
export async function remembered<T>(context: TestContext, name: string, tell: () => Promise<T>): Promise<T> {
  if (await isTouched(context.url)) return tell();
  const key = keyOf(context, name);
  const told = path.join(fromRun('TEST_FOLDER'), `scene-${key}.json`);
  if (fs.existsSync(told)) {
    await restore(context.url, key);
    return JSON.parse(fs.readFileSync(told, 'utf8')) as T;
  }
  const scene = await tell();
  await keep(context, key);
  fs.writeFileSync(told, JSON.stringify(scene));
  return scene;
}

function keyOf({ config, clock, wallClock, calendar, url }: TestContext, name: string): string {
  const settings = { ...config, databaseUrl: isSqlite(url) || nameOf(url), dataFolder: '' };
  const circumstances = [process.env['JEST_WORKER_ID'], name, settings, clock.now(), wallClock.now(), [...calendar]];
  return createHash('sha256').update(JSON.stringify(circumstances)).digest('hex').slice(0, 16);
}

/** A connection to SQLite leaves its log beside the file; in PostgreSQL there are people or units. */
async function isTouched(url: string): Promise<boolean> {
  if (isSqlite(url)) return fs.existsSync(`${sqliteFile(url)}-wal`);
  return (await onServer('SELECT 1 WHERE EXISTS (SELECT 1 FROM "Unit") OR EXISTS (SELECT 1 FROM "Account") OR EXISTS (SELECT 1 FROM "Setting")', nameOf(url))) > 0;
}

async function keep({ url }: TestContext, key: string): Promise<void> {
  if (isSqlite(url)) {
    const connection = new Database(sqliteFile(url));
    connection.prepare('VACUUM INTO ?').run(sceneFile(key));
    connection.close();
    const scene = new Database(sceneFile(key));
    scene.pragma('journal_mode = WAL');
    scene.close();
    return;
  }
  await onServer(rowsAside(key), nameOf(url));
}

async function restore(url: string, key: string): Promise<void> {
  if (isSqlite(url)) {
    fs.copyFileSync(sceneFile(key), sqliteFile(url));
    return;
  }
  await onServer(rowsBack(key), nameOf(url));
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);
const sceneFile = (key: string): string => path.join(fromRun('TEST_FOLDER'), `scene-${key}.db`);
