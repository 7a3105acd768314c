import os from 'node:os';
import { spawn } from 'node:child_process';
import { root } from './places.mjs';

const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * Runs a program in this terminal, at the root of the project, and passes signals on.
 * @returns its exit code, 128 and more where a signal ended it
 */
export async function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  // Ctrl-C reaches the child by itself; told twice, it would stop in the middle of stopping.
  const pass = (signal) => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); };
  for (const signal of PASSED_ON) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
    });
  } finally {
    for (const signal of PASSED_ON) process.off(signal, pass);
  }
}

export const runNode = (args, options) => run(process.execPath, args, options);
