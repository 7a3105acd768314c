import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { takeChild, type Child } from './spare-children.ts';

/** Why a child did not answer: it was ended for taking too much of something, or it died. */
export type Ended = 'time' | 'memory' | 'size' | 'died';
export type ChildOutput = { output: string } | { ended: Ended };

const MOST_MILLISECONDS = 20_000;
const MOST_MEMORY_MB = 256;
const LOOK_EVERY = 50;
const MOST_OUTPUT = 24 * 1024 * 1024;

/**
 * How a child runs a script of ours: loaded as CommonJS, since tsx needs a thread of its own for modules, which takes longer to start than most
 * documents to be read. Such a script waits for nothing at its top level and imports nothing later.
 */
export const typescript = (script: URL): string[] => ['--require', 'tsx/cjs', '--eval', `require(${JSON.stringify(fileURLToPath(script))})`];

/**
 * Runs a script in a process of its own with the bytes on its standard input and nothing of our environment; it is ended
 * when it takes more than 20 s (or what else is said) or 256 MB (SECURITY T11, T14).
 */
export function runChild(args: readonly string[], bytes: Uint8Array, milliseconds = MOST_MILLISECONDS): Promise<ChildOutput> {
  const child = takeChild(args);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let ended: Ended | null = null;
    const stop = (reason: Ended): void => {
      ended ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => { stop('time'); }, milliseconds);
    const guard = setInterval(() => { void overMemory(child).then((over) => { if (over) stop('memory'); }); }, LOOK_EVERY);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT) stop('size');
      else chunks.push(chunk);
    });
    child.stdin.on('error', () => { ended ??= null; }); // it closed its input early; its answer or its end tells why
    child.on('error', () => { stop('died'); });
    child.on('close', (code) => {
      clearTimeout(timer);
      clearInterval(guard);
      resolve(ended === null && code === 0 ? { output: Buffer.concat(chunks).toString('utf8') } : { ended: ended ?? 'died' });
    });
    child.stdin.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}

/** Where the system says how much memory a process holds; elsewhere the heap limit alone must do. */
async function overMemory(child: Child): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s{1,20}([0-9]{1,12}) kB$/m.exec(status)?.[1] ?? 0) > MOST_MEMORY_MB * 1024;
  } catch {
    return false; // no such file: not Linux, or the child has just ended
  }
}
