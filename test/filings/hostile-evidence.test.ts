import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { Refused } from '../../src/kernel/errors.ts';
import { evidenceName } from '../../src/filings/evidence.ts';
import { inspectEvidence } from '../../src/filings/inspect-evidence.ts';
import { freshFolder } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { openDesk, type Desk } from './desk.ts';
import { docx, JPG, PDF, PNG, WEBP, xlsx } from './files.ts';

const long = '长'.repeat(1400);
/** I4: names that want out of the store, into a header, or to be read otherwise than they are. */
const NAMES = [
  '../../etc/passwd.pdf', '..\\..\\windows\\win.pdf', '/etc/shadow.pdf', 'C:\\boot.pdf', '\\\\server\\share\\x.pdf', '%2e%2e%2fx.pdf', '..%2f..%2fx.pdf', '....//....//x.pdf', './x.pdf', '~/x.pdf',
  'x.png.pdf', 'x.pdf\u0085.pdf', 'a\r\nSet-Cookie: x=1.pdf', 'a\nb.pdf', 'a"b.pdf', "a'b.pdf", 'a;b=c.pdf', 'a,b.pdf', 'filename*=x.pdf', 'a\tb.pdf',
  'CON.pdf', 'nul.pdf', 'com1.pdf', 'LPT9.pdf', 'aux.pdf', 'x.pdf.', 'x.pdf ', 'x.pdf. . .', ' x.pdf', `${long}.pdf`,
  '\u202efdp.exe.pdf', 'a\u200bb.pdf', 'a\u2066b\u2069.pdf', '\ufeffx.pdf', 'e\u0301.pdf', '😀.pdf', 'ＰＤＦ.pdf', '<script>alert(1)<\u002fscript>.pdf', '=cmd|x!A1.pdf', 'x%00.pdf',
] as const;

async function inspected(name: string, bytes: Buffer): Promise<{ fileName: string; mime: string }> {
  const file = path.join(freshFolder('upload'), 'one');
  writeFileSync(file, bytes);
  return inspectEvidence({ path: file, givenName: name, size: bytes.length });
}
const refusal = async (name: string, bytes: Buffer): Promise<string> => {
  const error = await failureOf(inspected(name, bytes));
  return error instanceof Refused ? (error.complaints[0]?.key ?? '').replace('filings.error.evidence_', '') : String(error);
};

describe('a hostile name', () => {
  let desk: Desk;
  let app: Express;
  let clerk: Visitor;
  beforeAll(async () => {
    desk = await openDesk('sqlite');
    app = buildApp(desk.context);
    clerk = await signInAs(app, 'shangwu');
  });
  afterAll(() => desk.context.done());

  test.each(NAMES.map((name, i) => [i, JSON.stringify(name).slice(0, 40), name] as const))('%i: %s is data and no path', async (i, _shown, name) => {
    const { taskId } = desk.matter;
    const period = `2023-0${(i % 4) + 1}`;
    const version = String((await desk.row(period))?.version ?? 0);
    const bytes = Buffer.concat([PDF, randomBytes(8)]);
    const sent = await clerk.upload(`/tasks/${taskId}/filings/${period}/evidence`, { version, progress: '60', done: '进展' }, { field: 'files', name, bytes });
    expect(sent.status).toBe(303);
    const row = await desk.context.db.evidence.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(row.fileName).not.toMatch(/[\p{Cc}\p{Cf}/\\]|^\.|[. ]$/u);
    expect(row.fileName.length).toBeLessThanOrEqual(150);
    const file = await clerk.get(`/evidence/${row.id}`);
    const disposition = String(file.headers['content-disposition']);
    expect(decodedName(disposition)).toBe(row.fileName);
    expect(Buffer.from(file.body as Buffer).equals(bytes)).toBe(true);
  });

  test.each(['a\0b.pdf', 'x.pdf\0.png'])('with a NUL in it the whole form is refused', async (name) => {
    const sent = await clerk.upload(`/tasks/${desk.matter.taskId}/filings/2023-05/evidence`, { version: '0', progress: '60' }, { field: 'files', name, bytes: PDF });
    expect([sent.status, sent.text.includes('上传没有完成'), await desk.row('2023-05')]).toEqual([422, true, null]);
  });

  test('has put nothing outside the store, nor left anything waiting', () => {
    const { dataFolder } = desk.context.config;
    const outside = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && !/evidence.[0-9a-f]{2}$/.test(e.parentPath)).map((e) => e.name);
    expect(outside.filter((name) => !/^(?:luoshi\.db|audit-anchors)/.test(name))).toEqual([]);
    expect(readdirSync(path.join(dataFolder, 'evidence'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile())).toHaveLength(NAMES.length);
  });

  test('is served for download only, in a sandbox, to be taken for nothing else', async () => {
    const { id } = await desk.context.db.evidence.findFirstOrThrow();
    const { headers } = await clerk.get(`/evidence/${id}`);
    expect([headers['content-security-policy'], headers['x-content-type-options'], headers['cross-origin-resource-policy'], headers['content-type'], headers['cache-control']])
      .toEqual(["default-src 'none'; sandbox", 'nosniff', 'same-origin', 'application/pdf', 'no-store']);
    expect(headers['content-disposition']).toMatch(/^attachment;/);
  });

  test('a file that is too large is refused with a sentence, and nothing of it stays', async () => {
    const before = await desk.context.db.evidence.count();
    const sent = await clerk.upload(`/tasks/${desk.matter.taskId}/filings/2023-05/evidence`, { version: '0', progress: '60', done: '保留我' }, { field: 'files', name: 'x.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]) });
    expect([sent.status, sent.text.includes('单个文件不得超过 20 MB'), await desk.context.db.evidence.count() - before]).toEqual([422, true, 0]);
    expect(readdirSync(path.join(desk.context.config.dataFolder, 'tmp'))).toEqual([]);
  });
});

/** The name a browser gives the file: RFC 8187 where it stands, else RFC 6266's plain one. */
function decodedName(disposition: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended);
  return (/filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1] ?? /filename=([^;]+)/.exec(disposition)?.[1] ?? '').replace(/\\(.)/g, '$1');
}

describe('what a file is', () => {
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

  test.each(['html', 'htm', 'svg', 'xml', 'js', 'mjs', 'exe', 'bat', 'sh', 'zip', 'rar', '7z', 'docm', 'xlsm', 'doc', 'xls', 'ppt', 'gif', 'bmp', 'tif', 'swf', 'jar', 'php', 'jsp', 'lnk', 'url', 'hta', 'eml', 'pdf.exe', ''])('with the ending "%s" it is not taken (X3)', async (ending) => {
    expect(await refusal(`佐证.${ending}`, PDF)).toBe('type');
  });

  test.each([['pdf', html], ['pdf', svg], ['png', html], ['png', PDF], ['jpg', PNG], ['webp', PNG], ['docx', PDF], ['xlsx', html], ['pptx', PNG], ['txt', PDF], ['txt', PNG], ['csv', svg], ['txt', Buffer.from('a\0b')], ['txt', Buffer.from([0xff, 0xff, 0xff])], ['pdf', Buffer.from('MZ\x90\0')], ['png', Buffer.from('GIF89a\x01\0\x01\0')]] as const)('a .%s that holds something else is not taken (X3)', async (ending, bytes) => {
    expect(await refusal(`x.${ending}`, bytes)).toBe('not_what_it_says');
  });

  test('a Word file is no Excel file, and the other way round', async () => {
    expect([await refusal('x.xlsx', await docx()), await refusal('x.docx', await xlsx())]).toEqual(['not_what_it_says', 'not_what_it_says']);
  });

  test('what an office sends is taken: PDF, pictures, Word, Excel, text in UTF-8 and GB18030', async () => {
    const gb = Buffer.from([0xc9, 0xcc, 0xce, 0xf1, 0x0a]); // 商务
    const files: [string, Buffer][] = [['a.pdf', PDF], ['a.PNG', PNG], ['a.jpg', JPG], ['a.jpeg', JPG], ['a.webp', WEBP], ['a.docx', await docx()], ['a.xlsx', await xlsx()], ['a.txt', Buffer.from('进展')], ['a.csv', gb]];
    for (const [name, bytes] of files) expect((await inspected(name, bytes)).fileName).toBe(name);
  });

  test.each(['机密.pdf', '（秘密）方案.pdf', '绝密★长期 请示.pdf', '会议纪要[机密].pdf'])('%s is refused for its mark of secrecy', async (name) => {
    expect(await refusal(name, PDF)).toBe('classified');
  });

  test('a text that bears a mark of secrecy, and an empty file, are refused', async () => {
    expect([await refusal('a.txt', Buffer.from('机密★1年\n关于……')), await refusal('a.pdf', Buffer.alloc(0))]).toEqual(['classified', 'empty']);
  });

  test('a device name is no longer one', () => {
    expect([evidenceName('CON.pdf'), evidenceName('con'), evidenceName('console.pdf')]).toEqual(['_CON.pdf', '_con', 'console.pdf']);
  });
});
