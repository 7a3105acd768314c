import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './places.mjs';

const lockFile = path.join(root, '.preparing');
const UNWRITTEN_MS = 5000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** True where the one who holds the lock is gone; a lock without a number is one that is just being written, or was left so. */
function isStale() {
  try {
    const pid = Number(fs.readFileSync(lockFile, 'utf8'));
    return pid > 0 ? !isAlive(pid) : Date.now() - fs.statSync(lockFile).mtimeMs > UNWRITTEN_MS;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function tryToTake() {
  try {
    fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Two commands started at once prepare the project one after the other, the second finding nothing left to do. */
export async function oneAtATime(work) {
  for (let told = false; !tryToTake(); await pause(200)) {
    if (isStale()) fs.rmSync(lockFile, { force: true });
    else if (!told) {
      told = true;
      console.log('Another command is preparing the project; waiting for it.');
    }
  }
  const letGo = () => fs.rmSync(lockFile, { force: true });
  process.once('exit', letGo);
  try {
    return await work();
  } finally {
    process.off('exit', letGo);
    letGo();
  }
}
