import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export type ParsedFormat = 'docx' | 'xlsx' | 'pdf' | 'html';
export type ChildAnswer = { text: string } | { problem: string; values?: Record<string, string | number> };

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const CHILD = fileURLToPath(new URL('./parse-child.ts', import.meta.url));
const MOST_MILLISECONDS = 20_000;
const MOST_MEMORY_MB = 256;
const HEAP_MB = 128;
const LOOK_EVERY = 50;
const MOST_OUTPUT = 24 * 1024 * 1024;

/**
 * Parses a document with a library in a process of its own, which is ended when it takes more than 20 s or 256 MB (SECURITY T11, T14).
 * The child gets the bytes on its standard input and nothing of our environment.
 */
export function parseInChild(bytes: Uint8Array, format: ParsedFormat): Promise<ChildAnswer> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', CHILD, format], { cwd: PROJECT, env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let ended: string | null = null;
    const stop = (reason: string): void => {
      ended ??= reason;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => { stop('time'); }, MOST_MILLISECONDS);
    const guard = setInterval(() => { void overMemory(child).then((over) => { if (over) stop('memory'); }); }, LOOK_EVERY);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_OUTPUT) stop('size');
      else chunks.push(chunk);
    });
    child.stdin.on('error', () => { stop('closed'); });
    child.on('error', () => { stop('closed'); });
    child.on('close', () => {
      clearTimeout(timer);
      clearInterval(guard);
      resolve(answerOf(Buffer.concat(chunks).toString('utf8'), ended));
    });
    child.stdin.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });
}

/** Where the system says how much memory a process holds; elsewhere the heap limit alone must do. */
async function overMemory(child: ChildProcess): Promise<boolean> {
  try {
    const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8');
    return Number(/^VmRSS:\s{1,20}([0-9]{1,12}) kB$/m.exec(status)?.[1] ?? 0) > MOST_MEMORY_MB * 1024;
  } catch (error) {
    if (error instanceof Error) return false; // no such file: not Linux, or the child has just ended
    throw error;
  }
}

function answerOf(output: string, ended: string | null): ChildAnswer {
  if (ended === 'time' || ended === 'memory' || ended === 'size') return { problem: 'bomb', values: { reason: ended } };
  try {
    return JSON.parse(output) as ChildAnswer;
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: 'unreadable' }; // it died, most likely of the heap limit
    throw error;
  }
}
