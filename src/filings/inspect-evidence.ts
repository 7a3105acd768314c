import { open, type FileHandle } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { fileTypeFromFile } from 'file-type';
import { hasClassifiedMark } from '../plans/classified-mark.ts';
import { endingOf, EVIDENCE_TYPES, evidenceName, evidenceRefused, refuseName } from './evidence.ts';

/** A file as it was received: where it lies and what its sender called it. */
export interface ReceivedFile {
  path: string;
  givenName: string;
  size: number;
}

export interface InspectedFile {
  path: string;
  fileName: string;
  mime: string;
  size: number;
  sha256: string;
}

/** Name, type by ending and by what is inside, and hash of a received file. @throws Refused */
export async function inspectEvidence({ path, givenName, size }: ReceivedFile): Promise<InspectedFile> {
  const fileName = evidenceName(givenName);
  refuseName(fileName);
  if (size === 0) throw evidenceRefused('empty', { name: fileName });
  const ending = endingOf(fileName);
  const isText = ending === 'txt' || ending === 'csv';
  const inside = (await fileTypeFromFile(path))?.ext;
  if (isText ? inside !== undefined : inside !== (ending === 'jpeg' ? 'jpg' : ending)) throw evidenceRefused('not_what_it_says', { name: fileName });
  if (isText) await refuseUnlikeText(path, fileName);
  return { path, fileName, mime: EVIDENCE_TYPES[ending] ?? '', size, sha256: await hashOf(path) };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await using handle = await open(path);
  for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const READ_BYTES = 1024 * 1024;

/** Text has no control characters and is written in an encoding that offices use; a mark of secrecy in it is refused too. */
async function refuseUnlikeText(path: string, fileName: string): Promise<void> {
  await using handle = await open(path);
  const text = decoded(await beginningOf(handle));
  if (text === null || /[\0-\x08\x0e-\x1f]/.test(text)) throw evidenceRefused('not_what_it_says', { name: fileName });
  if (hasClassifiedMark(text)) throw evidenceRefused('classified', { name: fileName });
}

async function beginningOf(handle: FileHandle): Promise<Buffer> {
  const buffer = Buffer.alloc(READ_BYTES);
  const { bytesRead } = await handle.read(buffer, 0, READ_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

function decoded(bytes: Buffer): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // `stream`: the cut at the end of what was read may go through a character
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      continue;
    }
  }
  return null;
}
