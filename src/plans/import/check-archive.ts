import type yauzl from 'yauzl';
import { complaintAbout, listEntries, MOST_ENTRIES, openArchive } from './archive-limits.ts';
import type { Sniffed } from './source-document.ts';

/** Looks at the directory of a zip file before anything is unpacked (SECURITY T11): what it is, and whether it is safe to read. */
export async function checkArchive(bytes: Uint8Array): Promise<Sniffed> {
  try {
    const file = await openArchive(bytes);
    if (file.entryCount > MOST_ENTRIES) return bomb('entries');
    return judge(await listEntries(file));
  } catch (error) {
    if (error instanceof Error) return { problem: 'unreadable' };
    throw error;
  }
}

/** How much the files in an archive hold by its directory; 0 for what is none or would be refused before it is unpacked. */
export async function unpackedSize(bytes: Uint8Array): Promise<number> {
  if ('problem' in await checkArchive(bytes)) return 0;
  return (await listEntries(await openArchive(bytes))).reduce((sum, entry) => sum + entry.uncompressedSize, 0);
}

function judge(entries: readonly yauzl.Entry[]): Sniffed {
  if (entries.some((entry) => entry.isEncrypted())) return { problem: 'encrypted' };
  const names = new Set(entries.map((entry) => entry.fileName));
  const isWord = names.has('word/document.xml');
  const isSheet = names.has('xl/workbook.xml');
  if (isWord === isSheet) return { problem: 'unsupported' };
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return { problem: 'macro' };
  const complaint = complaintAbout(entries);
  if (complaint !== null) return bomb(complaint);
  return { format: isWord ? 'docx' : 'xlsx' };
}

function bomb(reason: string): Sniffed {
  return { problem: 'bomb', values: { reason } };
}
