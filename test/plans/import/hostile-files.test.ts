import { readDocument } from '../../../src/plans/import/read-document.ts';
import { zipOf, type Part } from './make-archives.ts';

const part = (name: string, text: string, more: Partial<Part> = {}): Part => ({ name, bytes: Buffer.from(text), ...more });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
const word = (xml: string, more: Partial<Part> = {}): Part[] => [types, part('word/document.xml', xml, more)];
const body = `<w:document ${W}><w:body><w:p><w:r><w:t>一、甲</w:t></w:r></w:p></w:body></w:document>`;
const book = (sheet: string): Part[] => [types, part('xl/workbook.xml', '<workbook/>'), part('xl/worksheets/sheet1.xml', sheet)];
const blank = Buffer.alloc(40 * 1024 * 1024, 0x20);


const many = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_none, i) => of(i)).join('');
const inBody = (xml: string): string => `<w:document ${W}><w:body>${xml}</w:body></w:document>`;
const ole = (more: string): Uint8Array => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(more, 'utf16le')]);
const entities = many(12, (i) => `<!ENTITY e${i} "${i === 0 ? 'ha' : `&e${i - 1};`.repeat(10)}">`);
/** Its directory ends with what the attacker says instead. */
const withEnding = (bytes: Uint8Array, change: (end: Buffer) => void): Uint8Array => {
  const copy = Buffer.from(bytes);
  change(copy.subarray(copy.length - 22));
  return copy;
};

type Hostile = [name: string, ending: string, bytes: () => Uint8Array, code: string];

const archives: Hostile[] = [
  ['one part of 40 MB of blanks', 'docx', () => zipOf([types, { name: 'word/document.xml', bytes: blank }]), 'bomb'],
  ['many parts that together unpack to 1000:1', 'docx', () => zipOf([...word(body), ...Array.from({ length: 60 }, (_, i): Part => ({ name: `p${i}.xml`, bytes: Buffer.alloc(2 * 1024 * 1024) }))]), 'bomb'],
  ['a picture that unpacks to 60 MB', 'docx', () => zipOf([...word(body), { name: 'word/media/a.png', bytes: Buffer.alloc(60 * 1024 * 1024) }]), 'bomb'],
  ['thousands of parts', 'docx', () => zipOf([...word(body), ...Array.from({ length: 300 }, (_, i) => part(`a${i}.xml`, 'x'))]), 'bomb'],
  ['65,535 parts', 'docx', () => withEnding(zipOf(word(body)), (end) => { end.writeUInt16LE(0xfffe, 8); end.writeUInt16LE(0xfffe, 10); }), 'bomb'],
  ['an archive inside the archive', 'docx', () => zipOf([...word(body), part('word/embeddings/inner.zip', 'PK')]), 'bomb'],
  ['a Word file inside the Word file', 'docx', () => zipOf([...word(body), part('word/embeddings/inner.docx', 'PK')]), 'bomb'],
  ['a packed file inside the sheet', 'xlsx', () => zipOf([...book('<worksheet/>'), part('xl/a.gz', 'x')]), 'bomb'],
  ['parts that share their bytes', 'docx', () => zipOf([...word(body), part('word/again.xml', body, { sharedWith: 1 })]), 'bomb'],
  ['twenty parts that share their bytes', 'docx', () => zipOf([...word(body), ...Array.from({ length: 20 }, (_, i) => part(`word/s${i}.xml`, body, { sharedWith: 1 }))]), 'bomb'],
  ['two parts of one name', 'docx', () => zipOf([...word(body), part('word/document.xml', body)]), 'bomb'],
  ['two names that differ in capitals alone', 'docx', () => zipOf([...word(body), part('WORD/Document.xml', body)]), 'bomb'],
  ['a part longer than it says', 'docx', () => zipOf(word(body + ' '.repeat(5000), { claimed: 10 })), 'unreadable'],
  ['a part shorter than it says', 'docx', () => zipOf(word(body, { claimed: 900_000 })), 'unreadable'],
  ['a part that claims 4 GB', 'docx', () => zipOf(word(body, { claimed: 0xfffffffe })), 'bomb'],
  ['a sheet longer than it says', 'xlsx', () => zipOf([types, part('xl/workbook.xml', '<workbook/>'), part('xl/worksheets/sheet1.xml', `<worksheet>${' '.repeat(9000)}</worksheet>`, { claimed: 12 })]), 'unreadable'],
  ['an encrypted part', 'docx', () => zipOf(word(body, { encrypted: true })), 'encrypted'],
  ['an encrypted workbook', 'xlsx', () => zipOf([types, part('xl/workbook.xml', '<workbook/>', { encrypted: true })]), 'encrypted'],
  ['a macro', 'docx', () => zipOf([...word(body), part('word/vbaProject.bin', 'x')]), 'macro'],
  ['a macro in a workbook', 'xlsx', () => zipOf([...book('<worksheet/>'), part('xl/vbaProject.bin', 'x')]), 'macro'],
  ['a .docm under a new name', 'docx', () => zipOf([part('[Content_Types].xml', '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'), part('word/document.xml', body), part('word/VBAPROJECT.BIN', 'x')]), 'macro'],
  ['an archive that is neither Word nor Excel', 'docx', () => zipOf([part('a.txt', 'x')]), 'unsupported'],
  ['an archive that is Word and Excel at once', 'docx', () => zipOf([...word(body), part('xl/workbook.xml', '<workbook/>')]), 'unsupported'],
  ['a presentation', 'docx', () => zipOf([types, part('ppt/presentation.xml', '<p/>')]), 'unsupported'],
  ['a name that climbs out of its folder', 'docx', () => zipOf([...word(body), part('../../etc/cron.d/x', 'x')]), 'unreadable'],
  ['a name that begins at the root', 'docx', () => zipOf([...word(body), part('/etc/passwd', 'x')]), 'unreadable'],
  ['a truncated archive', 'docx', () => zipOf(word(body)).slice(0, 90), 'unreadable'],
  ['a directory that lies beyond the file', 'docx', () => withEnding(zipOf(word(body)), (end) => { end.writeUInt32LE(0x7fffffff, 16); }), 'unreadable'],
];

const contents: Hostile[] = [
  ['billion laughs', 'docx', () => zipOf(word(`<!DOCTYPE a [${entities}]>${body}`)), 'doctype'],
  ['quadratic growth of one entity', 'docx', () => zipOf(word(`<!DOCTYPE a [<!ENTITY b "${'x'.repeat(50_000)}">]>${inBody('&b;'.repeat(500))}`)), 'doctype'],
  ['an external DOCTYPE', 'docx', () => zipOf(word(`<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">${body}`)), 'doctype'],
  ['an external DOCTYPE in a sheet', 'xlsx', () => zipOf(book('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>')), 'doctype'],
  ['a DOCTYPE in the styles', 'docx', () => zipOf([...word(body), part('word/styles.xml', '<!DOCTYPE a><w:styles/>')]), 'doctype'],
  ['a DOCTYPE in the relations', 'docx', () => zipOf([...word(body), part('word/_rels/document.xml.rels', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><R/>')]), 'doctype'],
  ['a DOCTYPE in UTF-16', 'docx', () => zipOf([types, { name: 'word/document.xml', bytes: Buffer.from(`\ufeff<!DOCTYPE a [<!ENTITY b "ha">]>${body}`, 'utf16le') }]), 'doctype'],
  ['a row far down', 'xlsx', () => zipOf(book('<worksheet><row r="1048576"><c r="XFD1048576"/></row></worksheet>')), 'bomb'],
  ['a merged cell as large as the sheet', 'xlsx', () => zipOf(book('<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')), 'bomb'],
  ['no document in the Word file', 'docx', () => zipOf(word('')), 'unreadable'],
  ['a document that is no XML', 'docx', () => zipOf(word(`\u0001\u0002${'<'.repeat(2000)}`)), 'unreadable'],
  ['an empty Word file', 'docx', () => zipOf(word(inBody(''))), 'empty'],
];

const plain: Hostile[] = [
  ['an old .doc under a new name', 'docx', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'old_office'],
  ['an encrypted Word file in its old container', 'docx', () => ole('EncryptedPackage'), 'encrypted'],
  ['a picture', 'txt', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'binary'],
  ['a broken PDF', 'pdf', () => new TextEncoder().encode('%PDF-1.7\nnothing'), 'unreadable'],
  ['a program that calls itself a text', 'txt', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'binary'],
  ['an empty file', 'txt', () => new Uint8Array(), 'empty'],
  ['21 MB', 'txt', () => new Uint8Array(21 * 1024 * 1024).fill(0x61), 'too_large'],
  ['one line of 10 MB', 'txt', () => new Uint8Array(10 * 1024 * 1024).fill(0x61), 'too_long'],
];

/** What a refusal may take of this process's memory, besides the file itself. */
const MOST_MB = 64;

describe('A hostile or hopeless file is refused with a sentence, never with a crash (SECURITY I2)', () => {
  it('of at least 45 kinds', () => {
    expect([...archives, ...contents, ...plain].length).toBeGreaterThanOrEqual(45);
  });

  it.each([...archives, ...contents, ...plain])('%s', async (_name, ending, make, code) => {
    const bytes = make();
    const before = process.memoryUsage.rss();
    const { document, problems } = await readDocument(bytes, `plan.${ending}`);
    expect(document).toBeNull();
    expect(problems.map((one) => one.code)).toEqual([code]);
    expect(problems[0]?.message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(MOST_MB);
  }, 30_000);
});
