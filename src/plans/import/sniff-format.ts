import { checkArchive } from './check-archive.ts';
import type { Sniffed } from './source-document.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BINARY = [[0x7f, 0x45, 0x4c, 0x46], [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x52, 0x61, 0x72, 0x21], [0x1f, 0x8b], [0x37, 0x7a, 0xbc, 0xaf], [0x4d, 0x5a]];
const TEXT_ENDINGS = new Set(['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', '']);

/** Decides by what the bytes are, not by what the name says; the name only tells kinds of text apart. */
export async function sniffFormat(bytes: Uint8Array, fileName: string): Promise<Sniffed> {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (begins(bytes, ZIP)) return checkArchive(bytes);
  if (begins(bytes, OLE)) return { problem: isEncryptedOffice(bytes) ? 'encrypted' : 'old_office' };
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { format: 'pdf' };
  if (BINARY.some((mark) => begins(bytes, mark))) return { problem: 'binary' };
  if (['docx', 'xlsx', 'pdf'].includes(ending)) return { problem: 'unreadable' };
  if (ending === 'doc' || ending === 'xls' || ending === 'wps' || ending === 'et') return { problem: 'old_office' };
  if (!TEXT_ENDINGS.has(ending)) return { problem: 'unsupported' };
  if (ending.startsWith('htm') || ending === 'xhtml' || looksLikeHtml(bytes)) return { format: 'html' };
  return { format: ending === 'md' || ending === 'markdown' ? 'md' : 'txt' };
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** An encrypted .docx or .xlsx is an OLE file with a stream called EncryptedPackage. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).toString('latin1').replace(/^[^<]{0,8}/, '').toLowerCase();
  return head.startsWith('<!doctype html') || head.startsWith('<html');
}
