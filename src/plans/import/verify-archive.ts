import { buffer } from 'node:stream/consumers';
import type yauzl from 'yauzl';
import { complaintAbout, listEntries, openArchive } from './archive-limits.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Unpacks every XML part once with its size checked against the directory, before a library trusts it: no part may be longer
 * than it says, and none may declare a DOCTYPE (SECURITY T12). Returns the parts by name.
 */
export async function verifyArchive(bytes: Uint8Array): Promise<Map<string, string>> {
  const entries = await listEntries(await openArchive(bytes));
  const complaint = complaintAbout(entries);
  if (complaint !== null) throw new Unreadable('bomb', { reason: complaint });
  const file = await openArchive(bytes);
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    const text = await unpack(file, entry);
    if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new Unreadable('doctype');
    parts.set(entry.fileName, text);
  }
  return parts;
}

async function unpack(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<string> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    file.openReadStream(entry, (error, opened) => {
      if (error) reject(error);
      else resolve(opened);
    });
  });
  const bytes = await buffer(stream);
  return bytes.includes(0) ? bytes.toString('utf16le') : bytes.toString('utf8');
}
