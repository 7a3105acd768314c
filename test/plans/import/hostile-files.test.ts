import { readDocument } from '../../../src/plans/import/read-document.ts';
import { zipOf, type Part } from './make-archives.ts';

const part = (name: string, text: string, more: Partial<Part> = {}): Part => ({ name, bytes: Buffer.from(text), ...more });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
const word = (xml: string, more: Partial<Part> = {}): Part[] => [types, part('word/document.xml', xml, more)];
const body = `<w:document ${W}><w:body><w:p><w:r><w:t>一、甲</w:t></w:r></w:p></w:body></w:document>`;
const book = (sheet: string): Part[] => [types, part('xl/workbook.xml', '<workbook/>'), part('xl/worksheets/sheet1.xml', sheet)];
const blank = Buffer.alloc(40 * 1024 * 1024, 0x20);

const refused: [string, string, Uint8Array, string][] = [
  ['one part of 40 MB of blanks', 'docx', zipOf([types, { name: 'word/document.xml', bytes: blank }]), 'bomb'],
  ['thousands of parts', 'docx', zipOf([...word(body), ...Array.from({ length: 300 }, (_, i) => part(`a${i}.xml`, 'x'))]), 'bomb'],
  ['an archive inside the archive', 'docx', zipOf([...word(body), part('word/embeddings/inner.zip', 'PK')]), 'bomb'],
  ['parts that share their bytes', 'docx', zipOf([...word(body), part('word/again.xml', body, { sharedWith: 1 })]), 'bomb'],
  ['a part longer than it says', 'docx', zipOf(word(body + ' '.repeat(5000), { claimed: 10 })), 'unreadable'],
  ['an encrypted part', 'docx', zipOf(word(body, { encrypted: true })), 'encrypted'],
  ['a macro', 'docx', zipOf([...word(body), part('word/vbaProject.bin', 'x')]), 'macro'],
  ['billion laughs', 'docx', zipOf(word(`<!DOCTYPE a [<!ENTITY b "ha">]>${body}`)), 'doctype'],
  ['an external DOCTYPE in a sheet', 'xlsx', zipOf(book('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>')), 'doctype'],
  ['a row far down', 'xlsx', zipOf(book('<worksheet><row r="1048576"><c r="XFD1048576"/></row></worksheet>')), 'bomb'],
  ['a merged cell as large as the sheet', 'xlsx', zipOf(book('<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')), 'bomb'],
  ['an archive that is neither Word nor Excel', 'docx', zipOf([part('a.txt', 'x')]), 'unsupported'],
  ['an old .doc under a new name', 'docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'old_office'],
  ['a truncated archive', 'docx', zipOf(word(body)).slice(0, 90), 'unreadable'],
  ['a picture', 'txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'binary'],
  ['a broken PDF', 'pdf', new TextEncoder().encode('%PDF-1.7\nnothing'), 'unreadable'],
  ['an empty file', 'txt', new Uint8Array(), 'empty'],
  ['21 MB', 'txt', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'too_large'],
];

describe('A hostile or hopeless file is refused with a sentence, never with a crash (SECURITY I2)', () => {
  it.each(refused)('%s', async (_name, ending, bytes, code) => {
    const { document, problems } = await readDocument(bytes, `plan.${ending}`);
    expect(document).toBeNull();
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.message).toMatch(/。$/);
  }, 30_000);
});
