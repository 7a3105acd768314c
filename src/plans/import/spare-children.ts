import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export type Child = ChildProcessByStdio<Writable, Readable, null>;

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const HEAP_MB = 144;
/** Whoever uploads nothing for so long need not keep the memory of processes that wait. */
const IDLE_MS = 10 * 60_000;
/** What was read is saved and looked at first. */
const REST_MS = 3000;

const waiting = new Map<string, Child>();
let kept: readonly (readonly string[])[] = [];

/**
 * From now on a process waits for the next document of each of these scripts, with its libraries loaded: that takes longer than reading most documents.
 * Each reads one document and ends. It ends too when its input does, and so with this process, however that ends.
 */
export function keepSpares(scripts: readonly (readonly string[])[]): void {
  kept = scripts;
  getReady();
}

/** Starts the processes that are to wait and do not: somebody is likely to need one soon. */
export function getReady(): void {
  for (const args of kept) if (!waiting.has(keyOf(args))) wait(args);
}

/** A process that runs this script: the one that waits for it, which another will follow, else a new one. */
export function takeChild(args: readonly string[]): Child {
  const spare = waiting.get(keyOf(args));
  waiting.delete(keyOf(args));
  if (kept.length > 0) setTimeout(getReady, REST_MS).unref();
  return spare?.exitCode === null && spare.signalCode === null ? spare : start(args);
}

const keyOf = (args: readonly string[]): string => args.join('\n');

const start = (args: readonly string[]): Child => spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, ...args], { cwd: PROJECT, env: {}, stdio: ['pipe', 'pipe', 'ignore'] });

function wait(args: readonly string[]): void {
  const key = keyOf(args);
  const child = start(args);
  const leave = (): void => { if (waiting.get(key) === child) waiting.delete(key); };
  waiting.set(key, child);
  child.once('error', leave).once('exit', leave);
  child.stdin.on('error', leave);
  setTimeout(() => {
    if (waiting.get(key) === child) child.kill('SIGKILL');
    leave();
  }, IDLE_MS).unref();
}
