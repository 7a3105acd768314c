import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';

export interface Applied { migration_name: string; checksum: string }
export interface Migration { name: string; sql: string; checksum: string }

/** The schema of a database and that of the code do not belong together. */
export class MigrationRefused extends Error {}

/** Line ends do not count: a checkout on Windows must not look like a changed file. */
function readMigration(folder: string, file: string): Migration {
  const sql = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/**
 * What is still to be applied, in the order of the file names.
 * @throws MigrationRefused where a file was changed after it was applied, or the database was made by newer code
 */
export function pendingMigrations(folder: string, applied: Applied[]): Migration[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.sql')).sort();
  const all = files.map((file) => readMigration(folder, file));
  const known = new Map(all.map((migration) => [migration.name, migration.checksum]));
  for (const { migration_name: name, checksum } of applied) {
    if (!known.has(name)) throw new MigrationRefused(`The database has the migration ${name}, which this version of Luoshi does not know: it was made by a newer one.`);
    if (known.get(name) !== checksum) throw new MigrationRefused(`The migration ${name} was changed after it was applied.`);
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return all.filter((migration) => !done.has(migration.name));
}
