import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openDb } from '../../../src/kernel/db/client.ts';
import { holdDatabase } from '../../../src/kernel/db/hold-database.ts';
import { networkDisk, networkDiskOf } from '../../../src/kernel/db/network-disk.ts';
import { checkSqlite, isSafeVersion, openingPragmas, UnsafeDatabase } from '../../../src/kernel/db/sqlite-checks.ts';
import { failureOf } from '../../support/failure-of.ts';
import { freshDb, freshFolder } from '../../support/fresh-db.ts';
import { otherProcess, type OtherProcess } from '../../support/other-process.ts';

const warnings: string[] = [];
const strict = { strict: true, warn: (sentence: string) => void warnings.push(sentence) };

describe('the server refuses to start and says why (D7)', () => {
  test.each(['3.7.0', '3.44.5', '3.50.6', '3.51.2'])('on SQLite %s, which can lose commits', (version) => {
    expect(isSafeVersion(version)).toBe(false);
  });

  test.each(['3.44.6', '3.50.7', '3.51.3', '3.53.2', '4.0.0'])('not on SQLite %s', (version) => {
    expect(isSafeVersion(version)).toBe(true);
  });

  test('without write-ahead log', async () => {
    const db = openDb('file::memory:');
    const error = await failureOf(db.setting.count());
    expect(String(error)).toContain('journal_mode=memory where wal is needed');
  });

  test.each([
    ['synchronous = NORMAL', 'a power cut would lose'],
    ['foreign_keys = OFF', 'references could break'],
  ])('with %s', (pragma, cause) => {
    const connection = new Database(path.join(freshFolder(), 'a.db'));
    openingPragmas(connection);
    expect(() => { checkSqlite(connection); }).not.toThrow();
    connection.pragma(pragma);
    expect(() => { checkSqlite(connection); }).toThrow(cause);
    connection.close();
  });

  test('on a network disk, with a hint what to set', () => {
    const url = `file:${path.join(freshFolder(), 'a.db')}`;
    expect(() => holdDatabase(url, { ...strict, diskOf: () => 'NFS' })).toThrow(/lies on NFS.*DATA_DIR/);
    const release = holdDatabase(url, { ...strict, strict: false, diskOf: () => 'NFS' });
    expect(warnings.at(-1)).toContain('lies on NFS');
    release();
  });
});

test.each([[0x6969, 'NFS'], [0x01021997, '9p'], [0x65735546, 'FUSE'], [-11317950, 'CIFS'], [0xef53, null], [0x794c7630, null]])(
  'the file system with the number %i is %s', (type, name) => {
    expect(networkDisk(type)).toBe(name);
  });

test('the folder of the tests can be asked for its file system', () => {
  expect(() => networkDiskOf(freshFolder())).not.toThrow();
});

test('both connections are opened with everything that guards the data', async () => {
  const { db, done } = await freshDb('sqlite');
  for (const [pragma, answer] of [['synchronous', 2n], ['foreign_keys', 1n], ['secure_delete', 1n], ['trusted_schema', 0n]] as const) {
    const [row] = await db.$queryRawUnsafe<Record<string, bigint>[]>(`PRAGMA ${pragma}`);
    expect(Object.values(row ?? {})).toEqual([answer]);
  }
  await done();
});

describe('two servers on one database file', () => {
  const file = () => path.join(freshFolder(), 'luoshi.db');
  /** Memory is cleaned up while it serves: what nothing names any more is gone then. */
  const serve = async (where: string): Promise<OtherProcess> => {
    const other = otherProcess(`
      const { holdDatabase } = require('./src/kernel/db/hold-database.ts');
      holdDatabase(${JSON.stringify(`file:${where}`)}, { strict: true, warn: () => undefined });
      require('node:v8').setFlagsFromString('--expose-gc');
      require('node:vm').runInNewContext('gc')();
      console.log('serving');
      await told();
      process.exit(0);`);
    await other.says('serving');
    return other;
  };

  test('the second one is refused and told the number of the first', async () => {
    const where = file();
    const first = await serve(where);
    expect(() => holdDatabase(`file:${where}`, strict)).toThrow(new RegExp(`number ${first.child.pid}`));
    expect(() => holdDatabase(`file:${where}`, strict)).toThrow(UnsafeDatabase);
    first.tell();
    await first.ended;
  }, 20_000);

  test('the second one starts when the first was killed without warning', async () => {
    const where = file();
    const first = await serve(where);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(fs.readFileSync(`${where}.pid`, 'utf8').trim()).toBe(String(first.child.pid));
    const release = holdDatabase(`file:${where}`, strict);
    expect(fs.readFileSync(`${where}.pid`, 'utf8').trim()).toBe(String(process.pid));
    release();
    expect(fs.existsSync(`${where}.pid`)).toBe(false);
  });

  test('the second one starts when the first let go', () => {
    const where = file();
    holdDatabase(`file:${where}`, strict)();
    holdDatabase(`file:${where}`, strict)();
  });

  test('a server on PostgreSQL holds nothing', () => {
    expect(() => { holdDatabase('postgresql://localhost/luoshi', strict)(); }).not.toThrow();
  });
});
