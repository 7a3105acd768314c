import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const root = path.resolve(import.meta.dirname, '../..');

export interface OtherProcess {
  child: ChildProcess;
  /** Resolves when it printed this line. */
  says: (line: string) => Promise<void>;
  /** Tells it to go on: it reads a line. */
  tell: () => void;
  /** Everything it printed, and its exit code. */
  ended: Promise<{ code: number | null; output: string }>;
}

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL'); // a test that failed half-way must not leave one waiting
});

/**
 * Another Node process that runs a piece of code at the root of the project, inside an async function; TypeScript may be required.
 * `tell()` resolves the promise that `await told()` in the code waits for.
 */
export function otherProcess(code: string): OtherProcess {
  const told = "const told = () => new Promise((go) => require('node:readline').createInterface(process.stdin).once('line', go));";
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', `${told}\n(async () => {\n${code}\n})();`], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  child.once('close', () => running.delete(child));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      child.emit('printed');
    });
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return {
    child,
    ended,
    tell: () => child.stdin.write('\n'),
    says: async (line) => {
      while (!output.split('\n').includes(line)) {
        if (child.exitCode !== null) throw new Error(`it ended without saying "${line}": ${output}`);
        await Promise.race([once(child, 'printed'), ended]);
      }
    },
  };
}
