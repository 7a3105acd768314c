import { Refused } from '../kernel/errors.ts';
import type { ReadDocument } from './draft-plan.ts';
import { cleanFileName } from './file-name.ts';

/** A file as it was uploaded. */
export interface UploadedFile {
  bytes: Buffer;
  name: string;
}

const TEXT_ENDINGS: Readonly<Record<string, string>> = { txt: 'txt', md: 'md', text: 'txt' };
const BOMS = [{ encoding: 'utf-16le', bytes: [0xff, 0xfe] }, { encoding: 'utf-16be', bytes: [0xfe, 0xff] }] as const;

/**
 * Decodes an uploaded document; nothing of it touches the disk.
 * @throws Refused with a sentence that says what is wrong with the file and what to do
 */
export async function readUpload({ bytes, name }: UploadedFile): Promise<ReadDocument> {
  const fileName = cleanFileName(name);
  if (bytes.length === 0) throw new Refused('plans.import.error.empty');
  const format = TEXT_ENDINGS[fileName.split('.').at(-1)?.toLowerCase() ?? ''];
  if (format === undefined) throw new Refused('plans.import.error.format');
  return { ...decode(bytes), format, fileName };
}

function decode(bytes: Buffer): { text: string; encoding: string } {
  const marked = BOMS.find(({ bytes: mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked === undefined && bytes.includes(0)) throw new Refused('plans.import.error.binary');
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked.encoding]) {
    const text = decodeAs(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  throw new Refused('plans.import.error.encoding');
}

function decodeAs(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // not this encoding
    throw error;
  }
}
