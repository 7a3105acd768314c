import { AsyncLocalStorage } from 'node:async_hooks';

// Which acts are inside a transaction right now. A write that goes past its own transaction would wait for it for ever
// (SECURITY C5), so it is refused at once.

const storage = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the inside of a transaction; what it starts and leaves running is outside again once it is over. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await storage.run(mark, work);
  } finally {
    mark.open = false;
  }
}

/** @throws Error where a transaction of the same act is open */
export function refuseInsideTransaction(): void {
  if (storage.getStore()?.open === true) throw new Error('a write goes past the transaction it was called in: use the transaction that was handed in');
}
