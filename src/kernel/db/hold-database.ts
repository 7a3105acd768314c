import fs from 'node:fs';
import path from 'node:path';
import { isSqlite, sqliteFile } from './database-url.ts';
import { networkDiskOf } from './network-disk.ts';
import { lockForThisProcess } from './process-lock.ts';
import { UnsafeDatabase } from './sqlite-checks.ts';

interface Wishes {
  /** True where real data is served: a network disk then stops the start, else it is only told of. */
  strict: boolean;
  warn: (sentence: string) => void;
  /** What kind of network disk a folder lies on, if any. */
  diskOf?: (folder: string) => string | null;
}

/**
 * Called by the server before anything else touches the database (SECURITY D7). PostgreSQL looks after itself.
 * @returns lets it go again; to be called last, after the database was closed
 * @throws UnsafeDatabase
 */
export function holdDatabase(url: string, { strict, warn, diskOf = networkDiskOf }: Wishes): () => void {
  if (!isSqlite(url)) return () => undefined;
  const file = sqliteFile(url);
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true });
  const disk = diskOf(folder);
  if (disk !== null) {
    const sentence = `${folder} lies on ${disk}, where the locks of SQLite do not hold and data can be lost. Give DATA_DIR a folder on a local disk.`;
    if (strict) throw new UnsafeDatabase(sentence);
    warn(sentence);
  }
  return lockForThisProcess(file);
}
