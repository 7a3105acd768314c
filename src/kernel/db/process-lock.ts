import fs from 'node:fs';
import Database from 'better-sqlite3';
import { UnsafeDatabase } from './sqlite-checks.ts';

const PATIENCE_MS = 3000; // a server that was just told to stop may need a moment

/** A connection that nothing names any more is closed some time, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * Makes this process the only one that serves a database file. The lock is one of the operating system's, taken through SQLite on a
 * file beside the database: it ends with the process however that ends, so there is no such thing as a stale one. The number of the
 * process stands in `.pid` only so that a person can find it.
 * @returns gives it up
 * @throws UnsafeDatabase where another process has it
 */
export function lockForThisProcess(file: string): () => void {
  const pidFile = `${file}.pid`;
  const lock = new Database(`${file}.lock`, { timeout: PATIENCE_MS });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new UnsafeDatabase(`Another process (${holder(pidFile)}) already serves ${file}. Stop it first, or give this one another DATA_DIR.`);
  }
  held.add(lock);
  fs.writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    fs.rmSync(pidFile, { force: true });
    held.delete(lock);
    lock.close();
  };
}

function holder(pidFile: string): string {
  try {
    return `number ${fs.readFileSync(pidFile, 'utf8').trim()}`;
  } catch {
    return 'number unknown';
  }
}
