import { readFileSync } from 'node:fs';
import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

/** A third of a megabyte: enough for anything quadratic to cost minutes. */
const SIZE = 120_000;
/** A text made to keep the reader busy may cost as much as this many times its own length of plain sentences. */
const MOST_TIMES = 6;
const reference = loadReference();
const plan = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8');
const repeated = (piece: string, opening = ''): string => (opening + piece.repeat(Math.ceil(SIZE / piece.length))).slice(0, SIZE);

function secondsFor(text: string): number {
  const before = process.cpuUsage();
  readPlan(text, reference);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const two = '一、甲\n1.乙。\n';
const attacks: [string, string][] = [
  ['labels on one line', repeated('一、')], ['labels on lines of their own', repeated('一、\n')], ['bracketed labels', repeated('（一）')],
  ['open brackets', repeated('（')], ['open quotation marks', repeated('“')], ['open remarks', repeated('（负责')], ['remarks', repeated('（市商务局负责）')],
  ['clauses', repeated('加快推进建设，')], ['clauses in sentences as long as they may be', repeated(`${'加快推进产业发展，'.repeat(400)}。`, two)], ['a word for ever', repeated('坚持')],
  ['numbers', repeated('一、到2025年，达到100万元，')], ['white space', repeated(' \n')], ['tabs', repeated('a\tb\n')], ['units', repeated('市发改委、', '（')],
  ['units joined without end', repeated('和', `${two}牵头单位：市商务局`)], ['cells in lines', repeated('指标\n2020年\n2025年\n', two)], ['rows of cells', repeated('率\n1\n2\n', `${two}指标\n2020年\n2025年\n`)], ['numbers joined', repeated('增长1%和2%、', `${two}3.`)], ['programmes', repeated('实施工程', '一、甲\n二、')], ['groups', repeated('实施甲、乙、丙等三大工程。', two)],
  ['contents', repeated('一、甲....1\n', '目录\n')], ['lines of duties', repeated('责任单位：市商务局\n', two)], ['rows of duties', repeated('1\t做好工作\t市商务局、市财政局\n', '序号\t任务\t牵头单位\n')],
  ['boxes', repeated('专栏1 甲\n1.乙。\n', '第一章 甲\n')], ['paragraphs', repeated('推动产业。加强管理。做好工作。\n', two)], ['sentences in one paragraph', repeated('推动产业发展。加强市场管理。', two)],
  ['rows of indicators', repeated('1.甲（%）\t1\t2\t3\t预期性\n', '指标\t2020年\t2025年\t年均\t属性\n')], ['bars', repeated('|')],
  ['rows between bars', repeated('| 1 | 做好工作 | 市商务局 |\n', '| 序号 | 任务 | 牵头单位 |\n')], ['cells that stay open', repeated('"\t"\n')],
];

describe('A text of 120,000 characters made to keep the reader busy', () => {
  const usual = Math.max(...[1, 2].map(() => secondsFor(repeated(plan))));

  it.each(attacks)('costs no more than a few times what a plan of that length does: %s', (_name, text) => {
    expect(secondsFor(text)).toBeLessThan(usual * MOST_TIMES);
  });

  it('and a plan of that length costs in proportion to its length', () => {
    const short = Math.max(...[1, 2, 3].map(() => secondsFor(plan)));
    expect(usual).toBeLessThan(short * (SIZE / plan.length) * MOST_TIMES);
  });
});
