// Where a test run keeps its databases: in memory where there is room, since making a PostgreSQL database there is 25 times as fast.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const NEEDED_BYTES = 1024 ** 3; // containers often get 64 MB, which is too little

function hasRoom() {
  try {
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    fs.accessSync(MEMORY, fs.constants.W_OK);
    return bavail * bsize >= NEEDED_BYTES;
  } catch {
    return false;
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** What killed runs left behind; a PostgreSQL whose folder goes away ends by itself within a minute. */
function sweepDeadRuns(root) {
  for (const name of fs.readdirSync(root)) {
    const owner = /^luoshi-test-(\d+)-/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) fs.rmSync(path.join(root, name), { recursive: true, force: true });
  }
}

/** A folder of this process's. @param root where it must allow programs to run: os.tmpdir() */
export function scratchFolder(root = hasRoom() ? MEMORY : os.tmpdir()) {
  sweepDeadRuns(root);
  return fs.mkdtempSync(path.join(root, `luoshi-test-${process.pid}-`));
}
