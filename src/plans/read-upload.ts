import { Refused } from '../kernel/errors.ts';
import type { ReadDocument } from './draft-plan.ts';
import { cleanFileName } from './file-name.ts';
import { readDocument } from './import/read-document.ts';

/** A file as it was uploaded. */
export interface UploadedFile {
  bytes: Buffer;
  name: string;
}

/**
 * Decodes an uploaded document; nothing of it touches the disk.
 * @throws Refused with a sentence that says what is wrong with the file and what to do
 */
export async function readUpload({ bytes, name }: UploadedFile): Promise<ReadDocument> {
  const fileName = cleanFileName(name);
  const { document, problems } = await readDocument(bytes, fileName);
  if (document !== null) return { ...document, fileName };
  throw new Refused(problems.map(({ code, values }) => ({ key: `plans.problem.${code}`, values, field: 'file' })));
}
