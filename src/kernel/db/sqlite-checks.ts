import type Database from 'better-sqlite3';

/** A database that must not be served from; the message names the cause and the mend. */
export class UnsafeDatabase extends Error {}

/** WAL and FULL on every opening: reopened files fall back to NORMAL, which loses commits at a power cut (SECURITY §1.3). */
export function openingPragmas(connection: Database.Database): void {
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
    'secure_delete = ON',
    'trusted_schema = OFF',
    'cache_size = -32000',
    'temp_store = MEMORY',
  ]) connection.pragma(pragma);
}

const parts = (version: string): number[] => version.split('.').map(Number);

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [parts(version), parts(floor)];
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 || (a[at] ?? 0) > (b[at] ?? 0);
}

/** SQLite 3.7.0 to 3.51.2 can lose committed WAL transactions, but for the mended 3.50.7 and 3.44.6 (SECURITY §1.4). */
export function isSafeVersion(version: string): boolean {
  const [, minor] = parts(version);
  if (minor === 50) return isAtLeast(version, '3.50.7');
  if (minor === 44) return isAtLeast(version, '3.44.6');
  return isAtLeast(version, '3.51.3');
}

const WANTED = [
  { pragma: 'journal_mode', answer: 'wal', because: 'readers and the writer would stop each other; is it in memory, read-only or on a network disk?' },
  { pragma: 'synchronous', answer: '2', because: 'a power cut would lose what was acknowledged' },
  { pragma: 'foreign_keys', answer: '1', because: 'references could break' },
];

/** @throws UnsafeDatabase naming what is wrong with this connection (SECURITY D7) */
export function checkSqlite(connection: Database.Database): void {
  const [row] = connection.prepare('SELECT sqlite_version() AS version').all() as { version: string }[];
  const version = row?.version ?? 'unknown';
  if (!isSafeVersion(version)) throw new UnsafeDatabase(`SQLite ${version} can lose committed data; 3.51.3 or later is needed.`);
  for (const { pragma, answer, because } of WANTED) {
    const found = String(connection.pragma(pragma, { simple: true })); // numbers come as bigint from the adapter's connections
    if (found !== answer) throw new UnsafeDatabase(`The database answers ${pragma}=${found} where ${answer} is needed: ${because}`);
  }
}
