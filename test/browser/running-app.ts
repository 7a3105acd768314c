import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface RunningApp {
  origin: string;
  /** Stops it and removes its data. */
  stop: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');
/** The demonstration is seeded first, by calling every verb. */
const START_MS = 300_000;

/**
 * The application as people start it, on a free port, with a data folder of its own and the demonstration in it;
 * or, while one works on a page, the one that already runs at the address in ORIGIN.
 */
export async function startApp(): Promise<RunningApp> {
  const running = process.env['ORIGIN'];
  if (running !== undefined) return { origin: running, stop: () => Promise.resolve() };
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-browser-'));
  const child = spawn(process.execPath, ['src/commands/serve.cjs'], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test', DEMONSTRATION: '1', DEMONSTRATION_DAY: '2023-06-15', DATA_DIR: dataFolder, DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'error' },
  });
  const stop = async (): Promise<void> => {
    await ended(child);
    await fs.promises.rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return { origin: await addressOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => { reject(new Error(`the application did not start within ${String(START_MS / 1000)} s`)); }, START_MS);
    child.once('exit', (code) => { clearTimeout(late); reject(new Error(`the application ended with ${String(code)} before it was ready`)); });
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => { resolve(); });
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5000).unref();
  });
}
