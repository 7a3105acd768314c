import yauzl from 'yauzl';

export const MOST_ENTRIES = 200;
export const MOST_UNPACKED = 100 * 1024 * 1024;
export const MOST_RATIO = 100;
/** Small parts compress well without harm: empty styles of a spreadsheet easily reach 100:1. */
const SMALL_ENTRY = 1024 * 1024;
const LOCAL_HEADER = 30;

/** Opens the directory of an archive; nothing is unpacked. Rejects for a malformed one. */
export function openArchive(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, file) => {
      if (error) reject(error);
      else resolve(file);
    });
  });
}

/** All entries of the directory, at most `MOST_ENTRIES + 1` of them. */
export function listEntries(file: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  return new Promise((resolve, reject) => {
    file.on('error', reject);
    file.on('end', () => { resolve(entries); });
    file.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > MOST_ENTRIES) resolve(entries);
      else file.readEntry();
    });
    file.readEntry();
  });
}

/** Why an archive must not be unpacked, or null. */
export function complaintAbout(entries: readonly yauzl.Entry[]): string | null {
  if (entries.length > MOST_ENTRIES) return 'entries';
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  if (total > MOST_UNPACKED) return 'size';
  if (total > SMALL_ENTRY && total > packed * MOST_RATIO) return 'ratio';
  if (entries.some((entry) => entry.uncompressedSize > SMALL_ENTRY && entry.uncompressedSize > entry.compressedSize * MOST_RATIO)) return 'ratio';
  if (new Set(entries.map((entry) => entry.fileName.toLowerCase())).size !== entries.length) return 'names';
  if (entries.some((entry) => /\.(?:zip|jar|rar|7z|gz|docx|xlsx|pptx|docm|xlsm)$/i.test(entry.fileName))) return 'nested';
  return overlaps(entries) ? 'overlap' : null;
}

/** Entries that share their bytes are how a small file becomes an endless one. */
function overlaps(entries: readonly yauzl.Entry[]): boolean {
  const places = entries.map((entry) => ({ from: entry.relativeOffsetOfLocalHeader, to: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize })).sort((a, b) => a.from - b.from);
  return places.some((place, i) => place.to > (places[i + 1]?.from ?? Number.MAX_SAFE_INTEGER));
}
