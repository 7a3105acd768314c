import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { root } from '../../../src/config.ts';
import { migrate } from '../../../src/kernel/db/migrate.ts';
import { databases, emptyPostgres, freshFolder, type DatabaseKind } from '../../support/fresh-db.ts';
import { otherProcess } from '../../support/other-process.ts';

const real = path.join(root, 'prisma/migrations');

interface Empty { url: string; remove: () => Promise<void> }
async function emptyDatabase(kind: DatabaseKind): Promise<Empty> {
  return kind === 'postgresql' ? emptyPostgres() : { url: `file:${path.join(freshFolder(), 'new', 'a.db')}`, remove: () => Promise.resolve() };
}

/** A folder of migrations for one database, from names to SQL. */
function folderOf(kind: DatabaseKind, files: Record<string, string>): string {
  const folder = freshFolder('migrations');
  fs.mkdirSync(path.join(folder, kind));
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(path.join(folder, kind, `${name}.sql`), sql);
  return folder;
}

async function tablesIn(url: string): Promise<string[]> {
  if (url.startsWith('file:')) {
    const db = new Database(url.slice('file:'.length));
    const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%migrations' ORDER BY name").pluck().all();
    db.close();
    return rows as string[];
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migrations' ORDER BY 1");
  await client.end();
  return rows.map((row) => row.name);
}

const good = { '0001_a': 'CREATE TABLE a (id INTEGER PRIMARY KEY);', '0002_b': 'CREATE TABLE b (id INTEGER PRIMARY KEY);' };

describe.each(databases)('a database on %s', (kind) => {
  let empty: Empty;
  beforeEach(async () => {
    empty = await emptyDatabase(kind);
  });
  afterEach(() => empty.remove());

  test('is brought up to date once; the second time there is nothing to do', async () => {
    expect((await migrate(empty.url, real)).slice(0, 2)).toEqual(['0001_init', '0002_guards']);
    expect(await migrate(empty.url, real)).toEqual([]);
  });

  test('gets only what it does not have yet', async () => {
    await migrate(empty.url, folderOf(kind, { '0001_a': good['0001_a'] }));
    expect(await migrate(empty.url, folderOf(kind, good))).toEqual(['0002_b']);
    expect(await tablesIn(empty.url)).toEqual(['a', 'b']);
  });

  test('is left alone where a file was changed after it was applied', async () => {
    await migrate(empty.url, folderOf(kind, good));
    const changed = folderOf(kind, { ...good, '0001_a': 'CREATE TABLE other (id INTEGER);', '0003_c': 'CREATE TABLE c (id INTEGER);' });
    await expect(migrate(empty.url, changed)).rejects.toThrow('0001_a was changed after it was applied');
    expect(await tablesIn(empty.url)).toEqual(['a', 'b']);
  });

  test('does not mind other line ends', async () => {
    await migrate(empty.url, folderOf(kind, { '0001_a': 'CREATE TABLE a (\n  id INTEGER\n);\n' }));
    expect(await migrate(empty.url, folderOf(kind, { '0001_a': 'CREATE TABLE a (\r\n  id INTEGER\r\n);\r\n' }))).toEqual([]);
  });

  test('is left alone where newer code made it', async () => {
    await migrate(empty.url, folderOf(kind, good));
    await expect(migrate(empty.url, folderOf(kind, { '0001_a': good['0001_a'] }))).rejects.toThrow('made by a newer one');
  });

  test('keeps nothing of a file that fails, and takes it once it is mended', async () => {
    const bad = folderOf(kind, { '0001_a': 'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);' });
    await expect(migrate(empty.url, bad)).rejects.toThrow(/^The migration 0001_a failed/);
    expect(await tablesIn(empty.url)).toEqual([]);
    expect(await migrate(empty.url, folderOf(kind, good))).toEqual(['0001_a', '0002_b']);
  });

  test('is migrated by exactly one of several servers that start at once', async () => {
    const folder = folderOf(kind, good);
    const code = `
      const { migrate } = require('./src/kernel/db/migrate.ts');
      console.log('ready');
      await told();
      console.log('applied ' + (await migrate(${JSON.stringify(empty.url)}, ${JSON.stringify(folder)})).length);
      process.exit(0);`;
    const racers = Array.from({ length: 3 }, () => otherProcess(code));
    await Promise.all(racers.map((racer) => racer.says('ready')));
    for (const racer of racers) racer.tell();
    const ends = await Promise.all(racers.map((racer) => racer.ended));
    expect(ends.map((end) => end.output.trim().split('\n').at(-1)).sort()).toEqual(['applied 0', 'applied 0', 'applied 2']);
  }, 30_000);
});

describe('on sqlite', () => {
  test('a migration that rebuilds a table keeps the rows that refer to it', async () => {
    const { url } = await emptyDatabase('sqlite');
    const made = 'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p(id) ON DELETE CASCADE); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);';
    const rebuilt = 'CREATE TABLE n (id INTEGER PRIMARY KEY, x TEXT); INSERT INTO n (id) SELECT id FROM p; DROP TABLE p; ALTER TABLE n RENAME TO p;';
    await migrate(url, folderOf('sqlite', { '0001': made, '0002': rebuilt }));
    const db = new Database(url.slice('file:'.length));
    expect(db.prepare('SELECT count(*) FROM c').pluck().get()).toBe(1);
    db.close();
  });

  test('a migration that leaves broken references is undone', async () => {
    const { url } = await emptyDatabase('sqlite');
    const broken = 'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p(id)); INSERT INTO c VALUES (404);';
    await expect(migrate(url, folderOf('sqlite', { '0001': broken }))).rejects.toThrow('leave 1 broken references');
    expect(await tablesIn(url)).toEqual([]);
  });

  test('a migration that commits by itself is refused', async () => {
    const { url } = await emptyDatabase('sqlite');
    await expect(migrate(url, folderOf('sqlite', { '0001': 'CREATE TABLE a (id INTEGER); COMMIT;' }))).rejects.toThrow('ends the transaction');
  });
});
