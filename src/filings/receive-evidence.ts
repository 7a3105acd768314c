import { mkdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import multer from 'multer';
import type { Context } from '../kernel/context.ts';
import { readFormWithFiles } from '../web/form-with-files.ts';
import { EVIDENCE_LIMITS, evidenceRefused } from './evidence.ts';
import { waitingFolder } from './evidence-store.ts';
import type { ReceivedFile } from './inspect-evidence.ts';

const FIELD_BYTES = 20_000;

/** Reads the body of the writing form where it brings files; what the browser calls them is noted, never used. */
export function evidenceReceiver({ config }: Context): (req: Request, res: Response) => Promise<ReceivedFile[]> {
  const folder = waitingFolder(config.dataFolder);
  const receive = multer({
    storage: multer.diskStorage({
      destination: (_req, _file, done) => { mkdir(folder, { recursive: true }).then(() => { done(null, folder); }, (error: unknown) => { done(error as Error, folder); }); },
      filename: (_req, _file, done) => { done(null, randomBytes(16).toString('hex')); },
    }),
    defParamCharset: 'utf8',
    limits: { files: EVIDENCE_LIMITS.filesPerFiling, fileSize: EVIDENCE_LIMITS.fileBytes, fields: 30, fieldSize: FIELD_BYTES, fieldNameSize: 50, parts: 50 },
  }).array('files', EVIDENCE_LIMITS.filesPerFiling);
  return async (req, res) => {
    await readFormWithFiles(req, res, receive, refusalFor);
    return uploadsOf(req).map(({ path, originalname, size }) => ({ path, givenName: originalname, size }));
  };
}

/** Removes what is still waiting of a request, whatever became of it. */
export async function clearWaiting(req: Request): Promise<void> {
  for (const { path } of uploadsOf(req)) await rm(path, { force: true });
}

/** An empty file field arrives as a file without name and content. */
const uploadsOf = (req: Request): Express.Multer.File[] => (Array.isArray(req.files) ? req.files : []);

function refusalFor(error: unknown): Error {
  if (error instanceof Error && isFault(error)) return error;
  if (!(error instanceof multer.MulterError)) return evidenceRefused('unreadable', {});
  if (error.code === 'LIMIT_FILE_SIZE') return evidenceRefused('too_large', { max: EVIDENCE_LIMITS.fileBytes / 1024 / 1024 });
  if (error.code === 'LIMIT_FILE_COUNT' || error.code === 'LIMIT_UNEXPECTED_FILE') return evidenceRefused('too_many', { max: EVIDENCE_LIMITS.filesPerFiling });
  return evidenceRefused('unreadable', {});
}

/** A full disk is ours; a form that cannot be read is the sender's. */
const isFault = (error: NodeJS.ErrnoException): boolean => typeof error.errno === 'number';
