import { createHash } from 'node:crypto';
import { textOf, TEXT_FIELDS, type FilingText } from './filing.ts';

/** One file as it was sent along. */
export interface SentFile {
  id: number;
  fileName: string;
  sha256: string;
  size: number;
}

/** What one round said: the text and the files with it. */
export interface SentContent extends FilingText {
  files: SentFile[];
}

/** The content as it is kept, its parts always in the same order, and its SHA-256 (SECURITY T5). */
export function sealContent(text: FilingText, files: SentFile[]): { content: string; digest: string } {
  const content = JSON.stringify({
    // Asked for later than the others: left out where empty, so that what was sealed before has the same digest.
    ...Object.fromEntries(TEXT_FIELDS.filter((name) => name !== 'confidence' || text.confidence !== null).map((name) => [name, text[name]])),
    files: files.map(({ id, fileName, sha256, size }) => ({ id, fileName, sha256, size })),
  });
  return { content, digest: createHash('sha256').update(content).digest('hex') };
}

export function readContent(content: string): SentContent {
  const kept = JSON.parse(content) as SentContent;
  return { ...textOf(kept), files: kept.files };
}
