// What every command does first: Node's version, the packages, the database clients. Needs nothing but Node; safe to repeat.
import { areClientsCurrent, generateClients } from './clients.mjs';
import { install, isInstalled } from './install.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { placeDriver } from './sqlite-driver.mjs';

/** @param development whether the tools for tests and checks are needed too */
export async function ensure({ development }) {
  checkNodeVersion();
  if (isInstalled(development) && areClientsCurrent()) return;
  await oneAtATime(async () => {
    placeDriver(); // npm ci by hand leaves that to us
    if (!isInstalled(development)) await install(development);
    if (!areClientsCurrent()) await generateClients();
  });
}

/** Runs a command: prepares, does it, ends with its exit code; what goes wrong is told in a sentence. */
export async function command(wishes, work) {
  try {
    await ensure(wishes);
    process.exitCode = await work();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
