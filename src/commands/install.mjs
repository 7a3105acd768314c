import fs from 'node:fs';
import path from 'node:path';
import { inModules, root } from './places.mjs';
import { run, runNode } from './run.mjs';
import { driverLoads, placeDriver } from './sqlite-driver.mjs';

const readPackages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages;

/** Whether what npm last finished installing is what package-lock.json asks for, however it came there. */
function hasWhatTheLockSays(development) {
  const installedFile = inModules('.package-lock.json'); // npm writes it when all is done
  if (!fs.existsSync(installedFile)) return false;
  const installed = readPackages(installedFile);
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json')));
  return wanted.every(([place, { version, optional, devOptional, dev }]) =>
    place === '' || optional || devOptional || (dev && !development) || installed[place]?.version === version);
}

/** @param development whether the tools for tests and checks are needed too */
export const isInstalled = (development) => hasWhatTheLockSays(development) && driverLoads();

/** Where the headers of this very Node lie, for compiling better-sqlite3 without fetching them; undefined where they do not. */
export function nodeHeaders(places = [path.resolve(process.execPath, '../..'), '/usr/local', '/usr']) {
  return places.find((place) => {
    const file = path.join(place, 'include/node/node_version.h');
    return fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes(`#define NODE_MODULE_VERSION ${process.versions.modules}\n`);
  });
}

function installEnvironment(development) {
  const environment = { ...process.env };
  const headers = nodeHeaders();
  if (headers && environment.npm_config_nodedir === undefined) environment.npm_config_nodedir = headers;
  if (development) environment.npm_config_include = 'dev'; // NODE_ENV=production would leave them out
  return environment;
}

/** `npm ci`, with the npm that called us where one did. */
export async function install(development) {
  console.log('Installing what package-lock.json lists; the first time takes a few minutes.');
  const options = { env: installEnvironment(development) };
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('npm-cli.js') ? await runNode([npm, ...args], options)
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`npm ci ended with ${code}; its own lines above say why.`);
  placeDriver();
  if (!driverLoads()) throw new Error('better-sqlite3 was installed but does not load. For Node 20 it is compiled on this machine: a C++ compiler, make and Python 3 are needed. Node 22 or 24 needs none of them.');
}
