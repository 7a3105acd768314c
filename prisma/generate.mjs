// clients         one typed client per database from the models in prisma/schema
// migration NAME  the next migration for both databases, written with no database and no engine download
// snapshot        what the next migration is compared with, where two changes of the models were brought together
// The CLI insists on a schema engine binary it never runs here; pointing it at any file that exists keeps it from downloading one.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fingerprint, stampClients } from './clients-stamp.mjs';

const require = createRequire(import.meta.url);
const here = import.meta.dirname;
const databases = ['sqlite', 'postgresql'];

const models = fs.readdirSync(path.join(here, 'schema')).filter((f) => f.endsWith('.prisma')).sort()
  .map((f) => fs.readFileSync(path.join(here, 'schema', f), 'utf8')).join('\n');

const schemaFor = (database) => `generator client {
  provider            = "prisma-client"
  output              = "../../src/generated/${database}"
  moduleFormat        = "esm"
  importFileExtension = "ts"
}

datasource db {
  provider = "${database}"
}

${models}`;

function writeClients() {
  const madeFrom = fingerprint();
  for (const database of databases) {
    const folder = path.join(here, '.build');
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${database}.prisma`);
    fs.writeFileSync(file, schemaFor(database));
    const run = spawnSync(process.execPath, [require.resolve('prisma/build/index.js'), 'generate', '--schema', file], {
      cwd: path.dirname(here),
      encoding: 'utf8',
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
    if (run.status !== 0) {
      console.error(run.stdout, run.stderr);
      process.exit(run.status ?? 1);
    }
  }
  stampClients(madeFrom);
}

async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')), 'schema_engine_bg.wasm');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(file)), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine;
}

// The engine wants a connection although comparing two schemas never asks it anything but the server's version.
async function offlineFactory(provider) {
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const connection = {
    provider,
    adapterName: 'offline',
    queryRaw: async () => ({ columnNames: ['exists', 'version', 'numeric_version'], columnTypes: [5, 7, 0], rows: [[true, 'PostgreSQL 15.0', 150000]] }),
    executeRaw: async () => 0,
    executeScript: async () => {},
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    startTransaction: async () => { throw new Error('offline'); },
    dispose: async () => {},
  };
  return bindMigrationAwareSqlAdapterFactory({ provider, adapterName: 'offline', connect: async () => connection, connectToShadowDb: async () => connection });
}

async function writeMigration(name) {
  const engine = await loadEngine();
  const target = (schema) => (schema === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] });
  for (const database of databases) {
    const to = schemaFor(database);
    const folder = path.join(here, 'migrations', database);
    const snapshot = path.join(folder, 'snapshot.prisma');
    const from = fs.existsSync(snapshot) ? fs.readFileSync(snapshot, 'utf8') : null;
    const factory = await offlineFactory(database === 'sqlite' ? 'sqlite' : 'postgres');
    const session = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', to]] }, () => {}, factory);
    const result = await session.diff({ from: target(from), to: target(to), script: true, shadowDatabaseUrl: null, exitCode: true, filters: { externalTables: [], externalEnums: [] } });
    if (result.exitCode !== 2) {
      console.log(`${database}: no change`);
      continue;
    }
    const taken = new Set(fs.readdirSync(folder).map((f) => f.slice(0, 4)));
    let number = 1;
    while (taken.has(String(number).padStart(4, '0'))) number += 1;
    const file = path.join(folder, `${String(number).padStart(4, '0')}_${name}.sql`);
    fs.writeFileSync(file, result.stdout);
    fs.writeFileSync(snapshot, to);
    console.log(`${database}: ${path.relative(process.cwd(), file)}`);
  }
}

function writeSnapshots() {
  for (const database of databases) fs.writeFileSync(path.join(here, 'migrations', database, 'snapshot.prisma'), schemaFor(database));
}

const [command, name] = process.argv.slice(2);
if (command === 'clients') writeClients();
else if (command === 'snapshot') writeSnapshots();
else if (command === 'migration' && /^[a-z0-9_]+$/.test(name ?? '')) await writeMigration(name);
else {
  console.error('usage: generate.mjs clients | migration <name> | snapshot');
  process.exit(2);
}
