import { existsSync, readFileSync } from 'node:fs';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { flattenOutline } from '../../../src/plans/import/plan-reading.ts';
import { readDocument, readPlan } from '../../../src/plans/import/read-plan.ts';
import { otherProcess } from '../../support/other-process.ts';
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

/** Whether a process ends by itself within some seconds. */
async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100; i += 1) {
    if (!existsSync(`/proc/${String(pid)}`) || readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ')) return true;
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return false;
}

describe('The process that waits for the next Word document', () => {
  const serving = `
    const { keepSpares } = require('./src/plans/import/spare-children.ts');
    const { parseInChild, WORD_PARSER } = require('./src/plans/import/parse-in-child.ts');
    const children = () => require('node:fs').readFileSync(\`/proc/\${process.pid}/task/\${process.pid}/children\`, 'utf8').trim().split(' ');
    keepSpares([WORD_PARSER]);`;

  it('reads that one and no other, and ends when the server is killed', async () => {
    const document = Buffer.from(await wordFile(['一、甲', '1.推进乙。'])).toString('base64');
    const server = otherProcess(`${serving}
      const [waiting] = children().slice(-1);
      const parsed = await parseInChild(Buffer.from('${document}', 'base64'), 'docx');
      console.log(JSON.stringify([parsed.text, children().includes(waiting)]));
      keepSpares([WORD_PARSER]);
      console.log('waiting=' + children().slice(-1)); console.log('ready');
      await told();`);
    await server.says('ready');
    server.child.kill('SIGKILL');
    const { output } = await server.ended;
    expect(output).toContain(JSON.stringify(['一、甲\n1.推进乙。', false]));
    await expect(gone(Number(/waiting=(\d+)/.exec(output)?.[1]))).resolves.toBe(true);
  }, 30_000);
});
