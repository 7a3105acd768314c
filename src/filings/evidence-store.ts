import { createReadStream, type ReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { NotFound } from '../kernel/errors.ts';

// Files lie under names of our own: evidence/ab/abcdef…; no part of a path comes from outside (SECURITY T13).

const NAME = /^[0-9a-f]{32}$/;

/** Where uploads lie while they are looked at. */
export const waitingFolder = (dataFolder: string): string => path.join(dataFolder, 'tmp');

/** Where a kept file lies. @throws NotFound where the name is none of ours */
export function keptAt(dataFolder: string, storageName: string): string {
  if (!NAME.test(storageName)) throw new NotFound('evidence');
  return path.join(dataFolder, 'evidence', storageName.slice(0, 2), storageName);
}

/** Moves a received file into the store and returns its name there, once it is certain to be on the disk. */
export async function keepFile(dataFolder: string, receivedAt: string): Promise<string> {
  const storageName = randomBytes(16).toString('hex');
  const place = keptAt(dataFolder, storageName);
  await mkdir(path.dirname(place), { recursive: true });
  await sync(receivedAt, 'r+');
  await rename(receivedAt, place);
  await sync(path.dirname(place), 'r');
  return storageName;
}

async function sync(file: string, flags: 'r' | 'r+'): Promise<void> {
  await using handle = await open(file, flags);
  await handle.sync();
}

/** Takes files out again whose act did not come about. */
export async function dropFiles(dataFolder: string, storageNames: readonly string[]): Promise<void> {
  for (const name of storageNames) await rm(keptAt(dataFolder, name), { force: true });
}

export const readKept = (dataFolder: string, storageName: string): ReadStream => createReadStream(keptAt(dataFolder, storageName));

/** Whether the file is there. */
export const isKept = (dataFolder: string, storageName: string): Promise<boolean> => access(keptAt(dataFolder, storageName)).then(() => true, () => false);
