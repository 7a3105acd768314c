import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 20;

/** Watches how much memory the processes that this one starts from now on hold at most (Linux). @returns a function that stops and tells, in MB */
export function watchChildren(): () => number {
  const before = new Set(childrenOf(process.pid)); // the application itself may be one
  let most = 0;
  const timer = setInterval(() => { most = Math.max(most, ...childrenOf(process.pid).filter((pid) => !before.has(pid)).map(peakOf)); }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}

function childrenOf(pid: number): string[] {
  return readdirSync(`/proc/${String(pid)}/task`).flatMap((thread) => read(`/proc/${String(pid)}/task/${thread}/children`).split(' ').filter((id) => id !== ''));
}

const peakOf = (pid: string): number => Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
