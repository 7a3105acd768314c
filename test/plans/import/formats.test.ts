import { readFileSync } from 'node:fs';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { flattenOutline } from '../../../src/plans/import/plan-reading.ts';
import { readDocument, readPlan } from '../../../src/plans/import/read-plan.ts';
import { DUTY_TABLE, sheetFile, wordFile } from './make-documents.ts';

const plan = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function countsOf(bytes: Uint8Array, name: string): Promise<{ chapters: number; articles: number; commitments: number }> {
  const { document } = await readDocument(bytes, name);
  const reading = readPlan(document?.text ?? '', loadReference());
  const nodes = flattenOutline(reading.outline);
  const count = (level: string): number => nodes.filter((node) => node.level === level && node.number !== null).length;
  return { chapters: count('chapter'), articles: count('article'), commitments: reading.commitments.length };
}

const expected = await countsOf(utf8(plan), 'plan.txt');
const files: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['UTF-8 with a mark and Windows line ends', 'plan.txt', () => utf8(`\ufeff${plan.replaceAll('\n', '\r\n')}`)],
  ['UTF-16 with a mark', 'plan.txt', () => Buffer.from(`\ufeff${plan}`, 'utf16le')],
  ['UTF-16 without one', 'plan.txt', () => Buffer.from(plan, 'utf16le')],
  ['Word', 'plan.docx', () => wordFile(plan.split('\n'))],
  ['a web page', 'plan.html', () => utf8(`<!DOCTYPE html><html><head><title>x</title></head><body><p>${plan.split('\n').join('</p><p>')}</p></body></html>`)],
  ['Markdown', 'plan.md', () => utf8(plan.replace(/^(?=[一二三四五六七八九十]+、)/gm, '## '))],
];

describe('The same plan in another format', () => {
  it.each(files)('gives the same chapters, articles and commitments: %s', async (_name, fileName, make) => {
    expect(expected).toMatchObject({ chapters: 14, articles: 56 });
    expect(await countsOf(await make(), fileName)).toEqual(expected);
  }, 30_000);
});

describe('A table of duties', () => {
  it.each([
    ['in Word', 'duties.docx', () => wordFile(['长沙市2023年重点任务分工表'], DUTY_TABLE)],
    ['in Excel', 'duties.xlsx', () => sheetFile('长沙市2023年重点任务分工表', DUTY_TABLE)],
  ] as const)('names who leads and who joins in: %s', async (_name, fileName, make) => {
    const { document } = await readDocument(await make(), fileName);
    const reading = readPlan(document?.text ?? '', loadReference());
    expect(reading.responsibilities.map((one) => [one.lead, one.others])).toEqual([[['市商务局'], ['市住房和城乡建设局']], [['市委政法委', '市司法局'], []]]);
    expect(reading.commitments.map((one) => one.suggested[0]?.unit)).toEqual(['shangwu', 'zhengfa']);
  }, 30_000);
});
