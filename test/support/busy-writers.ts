import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../src/kernel/db/client.ts';

export interface Outcome {
  /** Writes that were reported as done. */
  acknowledged: number;
  /** Of these, the ones that are not in the database. */
  lost: number;
  /** Writes that were rolled back and are in the database all the same. */
  ghosts: number;
}

const WRITERS = 24;
const WRITES = 1200;

/** SECURITY D1: 24 writers, 1,200 writes, half of them in interactive transactions of which 30 % roll back. */
export async function writeTogether(db: Db): Promise<Outcome> {
  const acknowledged: string[] = [];
  const rolledBack: string[] = [];
  await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => {
    for (let n = 0; n < WRITES / WRITERS; n += 1) {
      const key = `${writer}/${n}`;
      const done = await (n % 2 === 0 ? writePlainly(db, key) : writeInTransaction(db, key));
      (done ? acknowledged : rolledBack).push(key);
    }
  }));
  const present = new Set((await db.setting.findMany({ select: { key: true } })).map((row) => row.key));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((key) => !present.has(key)).length,
    ghosts: rolledBack.filter((key) => present.has(key)).length,
  };
}

async function writePlainly(db: Db, key: string): Promise<boolean> {
  await pause(Math.random() * 4);
  await db.setting.create({ data: { key, value: 'plain' } });
  return true;
}

class ChangedMind extends Error {}

async function writeInTransaction(db: Db, key: string): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      await tx.setting.create({ data: { key, value: 'transaction' } });
      await pause(Math.random() * 2);
      if (Math.random() < 0.3) throw new ChangedMind();
    }, { maxWait: 60_000, timeout: 60_000 });
    return true;
  } catch (error) {
    if (error instanceof ChangedMind) return false;
    throw error;
  }
}
