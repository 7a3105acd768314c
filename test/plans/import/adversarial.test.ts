import { readFileSync } from 'node:fs';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const SIZE = 1_000_000;
/** The aim is one second on an idle machine; the rest is room for a busy one. Anything quadratic takes minutes. */
const MOST_CPU_SECONDS = 8;
const reference = loadReference();
const plan = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8');
const repeated = (piece: string, opening = ''): string => (opening + piece.repeat(Math.ceil(SIZE / piece.length))).slice(0, SIZE);

const attacks: [string, string][] = [
  ['labels on one line', repeated('一、')], ['labels on lines of their own', repeated('一、\n')], ['bracketed labels', repeated('（一）')],
  ['open brackets', repeated('（')], ['open quotation marks', repeated('“')], ['open remarks', repeated('（负责')], ['remarks', repeated('（市商务局负责）')],
  ['clauses', repeated('加快推进建设，')], ['a word for ever', repeated('坚持')], ['numbers', repeated('一、到2025年，达到100万元，')],
  ['white space', repeated(' \n')], ['tabs', repeated('a\tb\n')], ['units', repeated('市发改委、', '（')], ['programmes', repeated('实施工程', '一、甲\n二、')],
  ['contents', repeated('一、甲....1\n', '目录\n')], ['paragraphs', repeated('推动产业。加强管理。做好工作。\n', '一、甲\n1.乙。\n')], ['the plan 44 times', repeated(plan)],
];

describe('A text made to keep the reader busy', () => {
  it.each(attacks)('of 1 MB is read in bounded time: %s', (_name, text) => {
    const before = process.cpuUsage();
    readPlan(text, reference);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(MOST_CPU_SECONDS);
  });
});
