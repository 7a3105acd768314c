import type { Request, Response } from 'express';
import multer from 'multer';
import { Refused } from '../kernel/errors.ts';
import { readFormWithFiles } from '../web/form-with-files.ts';
import { IMPORT_LIMITS } from './plan.ts';
import type { UploadedFile } from './read-upload.ts';

const BYTES_PER_CHARACTER = 3;
// Kept in memory, so that no way of breaking off leaves a file behind; only supervisors get here.
const receive = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: { files: 1, fileSize: IMPORT_LIMITS.fileBytes, fields: 10, fieldSize: IMPORT_LIMITS.characters * BYTES_PER_CHARACTER, fieldNameSize: 50 },
}).single('file');

const REASONS: Readonly<Record<string, string>> = { LIMIT_FILE_SIZE: 'plans.problem.too_large', LIMIT_FIELD_VALUE: 'plans.problem.too_long' };

/**
 * Reads the body of the import form, then asks for the token that the global guard could not see in it.
 * @returns the file, null where only text was pasted
 * @throws Refused, Forbidden
 */
export async function receivePlanFile(req: Request, res: Response): Promise<UploadedFile | null> {
  await readFormWithFiles(req, res, receive, refusalFor);
  const { file } = req;
  return file === undefined || (file.originalname === '' && file.size === 0) ? null : { bytes: file.buffer, name: file.originalname };
}

function refusalFor(error: unknown): Error {
  if (error instanceof multer.MulterError) {
    return new Refused([{ key: REASONS[error.code] ?? 'errors.invalid', values: { max: error.code === 'LIMIT_FILE_SIZE' ? IMPORT_LIMITS.fileBytes / 1024 / 1024 : IMPORT_LIMITS.characters }, field: error.code === 'LIMIT_FILE_SIZE' ? 'file' : 'text' }]);
  }
  return error instanceof Error ? new Refused('errors.invalid') : new Error(String(error));
}
