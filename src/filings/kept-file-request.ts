import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { readKept } from './evidence-store.ts';

export interface KeptFile {
  fileName: string;
  mime: string;
  size: number;
  storageName: string;
}

/** Always a download, never shown inside our own pages; where a browser opens it all the same, in a sandbox of its own (SECURITY T9). @throws NotFound */
export async function sendKeptFile({ config }: Context, res: Response, { fileName, mime, size, storageName }: KeptFile): Promise<void> {
  const file = readKept(config.dataFolder, storageName);
  await new Promise<void>((resolve, reject) => { file.once('open', () => { resolve(); }).once('error', () => { reject(new NotFound('file')); }); });
  res.attachment(fileName).set({
    'Content-Type': mime, 'Content-Length': String(size), 'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin',
  });
  await pipeline(file, res);
}
