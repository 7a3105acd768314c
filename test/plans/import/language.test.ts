import { loadReference } from '../../../src/plans/import/load-reference.ts';
import type { PlanReading } from '../../../src/plans/import/plan-reading.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const reference = loadReference();
const read = (text: string, title = '某市2024年工作要点'): PlanReading => readPlan(`${title}\n一、任务\n${text}\n二、其他\n做好服务。`, reference);
/** The commitments of a text and its numbers, without the sentence that closes every one here. */
const textsOf = (text: string): string[] => read(text).commitments.map((one) => one.text).slice(0, -1);
const targetOf = (clause: string): unknown => read(`1.子。${clause}。`).targets.map(({ name, operator, value, unit }) => [name, operator, value, unit]);

describe('What has to be reached is read from however it is said', () => {
  it.each([
    ['每千人口拥有3岁以下婴幼儿托位数达到4.5个', ['每千人口拥有3岁以下婴幼儿托位数', '>=', 4.5, '个']],
    ['确保粮食播种面积稳定在320万亩', ['粮食播种面积', '>=', 320, '万亩']], ['生猪存栏量保持在15万头左右', ['生猪存栏量', '≈', 15, '万头']],
    ['新增用地占比不低于４０％', ['新增用地占比', '>=', 40, '%']], ['新增高新技术企业200家、科技型企业600家', ['新增高新技术企业', '>=', 200, '家'], ['科技型企业', '>=', 600, '家']],
    ['打造3条商业街区', ['打造商业街区', '>=', 3, '条']], ['力争电子产业产值突破千亿元', ['电子产业产值', '>', 1000, '亿元']],
    ['培育“小巨人”企业120家', ['培育“小巨人”企业', '>=', 120, '家']], ['食品抽检合格率98%', ['食品抽检合格率', '>=', 98, '%']],
    ['每个乡镇每年选派不少于2名科技特派员', ['每个乡镇每年选派科技特派员', '>=', 2, '名']], ['补助资金用于产业发展的比重力争提高到60%以上', ['补助资金用于产业发展的比重', '>=', 60, '%']],
  ])('%s', (clause, ...wanted) => {
    expect(targetOf(clause)).toEqual(wanted);
  });

  it('a growth belongs to what was measured before it', () => {
    expect(targetOf('工业增加值突破3200亿元，年均增长8%')).toEqual([['工业增加值', '>', 3200, '亿元'], ['工业增加值年均增长', '>=', 8, '%']]);
  });
});

describe('What somebody has to do', () => {
  it.each([
    ['1.子。5G网络实现重点村全覆盖。', ['5G网络实现重点村全覆盖']], ['1.子。为学校配备急救设备。', ['为学校配备急救设备']],
    ['1.子。农民收入增速高于全市居民收入增速。', ['农民收入增速高于全市居民收入增速']], ['1.子。市发展和改革部门负责协调数字经济发展。', ['市发展和改革部门负责协调数字经济发展']],
    ['1.子。推进高速铁路建设，力争2025年建成通车。', ['推进高速铁路建设', '力争2025年建成通车']], ['1.子。推进医院迁建；确保9月1日前投入使用。', ['推进医院迁建；确保9月1日前投入使用']],
    ['1.全社会研发投入增长12％。（市科技局、市统计局）', ['全社会研发投入增长12％']],
    ['1.子。2023年6月底前，每个区县至少建成1家医养结合机构。', ['2023年6月底前，每个区县至少建成1家医养结合机构']], ['1.子。建设种业创新中心，总投资约65亿元。', ['建设种业创新中心，总投资约65亿元']],
    ['1.子。办好民生实事；1.新建中小学校30所；2.改造小区320个。', ['办好民生实事', '新建中小学校30所', '改造小区320个']], ['1.子。每年开展1次政策抽查。', ['每年开展1次政策抽查']], ['1.子。“十四五”期间，全市累计建成充电桩8万个。', ['“十四五”期间，全市累计建成充电桩8万个']],
    ['（一）降低用能成本。（市城管执法局负责）', ['降低用能成本']], ['（一）各单位要提高认识，每季度末前报送进展。', ['各单位要提高认识，每季度末前报送进展']],
  ])('%s', (text, wanted) => {
    expect(textsOf(text)).toEqual(wanted);
  });

  it.each(['重点抓好以下八个方面工作：', '今后五年要努力实现以下主要目标：', '做好今年工作，要坚持稳中求进工作总基调。', '具体条款由市科技局负责解释。'])('and %s asks for nothing by itself', (sentence) => {
    expect(textsOf(`1.子。${sentence}`)).toEqual([]);
  });
});

describe('Who does it and until when', () => {
  const first = (text: string, title?: string) => read(text, title).commitments[0];

  it('is handed down from a heading to what has nobody of its own, and not from a neighbour', () => {
    const handed = read('（一）子。（市商务局牵头）\n1.发展夜间经济。\n2.发展冰雪运动。（市体育局负责）\n（二）丑\n3.发展夜间经济。');
    expect(handed.commitments.map((one) => one.suggested[0]?.because[0]).slice(0, 2)).toEqual(['（市商务局牵头）', '（市体育局负责）']);
    expect(read('（一）子。推动区域经济一体化。\n（二）丑。发展体育。（市体育局负责）').commitments[0]?.suggested.some((one) => one.because[0] === '（市体育局负责）')).toBe(false);
  });

  it('a row of a table behind the text speaks of its own task, and who is together with whom is told behind a label too', () => {
    const text = '1.子。将养老服务纳入绩效考核。\n附件：分工表\n序号\t任务\t牵头单位\t完成时限\n1\t新建服务中心\t市住建局\t2022年12月';
    expect(readPlan(`某市意见\n一、甲\n${text}`, reference).commitments.map((one) => [one.deadline, one.suggested.some(({ unit }) => unit === 'zhujian')])).toEqual([[null, false], ['2022-12-31', true]]);
    expect(read('1.子。推行改革。（责任单位：市市场监管局会同市商务局、市财政局）').responsibilities[0]).toMatchObject({ lead: ['市市场监管局'], others: ['市商务局', '市财政局'], joint: false });
  });

  it('and a growth that names nobody is whose what it measures is', () => {
    expect(read('1.子。工业增加值突破3200亿元，年均增长8%。').commitments.slice(0, 2).map((one) => one.suggested[0]?.unit)).toEqual(['gongxin', 'gongxin']);
  });

  it('takes its year from a document of one year', () => {
    expect(first('1.子。12月底前建成体育公园。')?.deadline).toBe('2024-12-31');
    expect(first('1.子。9月1日前建成幼儿园。')?.deadline).toBe('2024-09-01');
    expect(first('1.子。建成体育公园。（市体育局负责；完成时限：2025年6月）')?.deadline).toBe('2025-06-30');
    expect(first('1.子。12月底前建成体育公园。', '某市“十四五”规划')?.deadline).toBeNull();
  });

  it('is told without a verb too where a deadline stands beside the names', () => {
    expect(read('1.子。推行改革。（市财政局；完成时间：2024年10月）').commitments[0]).toMatchObject({ deadline: '2024-10-31', suggested: [{ unit: 'caizheng', because: ['（市财政局；完成时间：2024年10月）'] }] });
    expect(read('1.子。推行改革。（市财政局牵头，2024年6月底完成）').responsibilities[0]?.deadline).toEqual(['2024年6月底']);
  });

  it('names offices inside a unit, and keeps party and government of a county together', () => {
    expect(read('1.子。做好培训。（责任科室：组织人事科）').responsibilities[0]?.others).toEqual(['组织人事科']);
    expect(read('1.子。做好培训。（责任单位：市财政局，各县（市、区）党委和政府）').responsibilities[0]).toMatchObject({ others: ['市财政局'], generic: ['各县（市、区）党委和政府'] });
  });

  it('and a title keeps the years that stand below it, a report has those of its heading', () => {
    expect(readPlan('某市产业发展三年行动方案\n（2024—2026年）\n一、甲\n做好工作。\n二、乙\n做好服务。', reference).period).toEqual({ from: 2024, to: 2026 });
    expect(readPlan('政府工作报告\n一、2023年工作回顾\n成绩很好。\n二、2024年工作安排\n做好服务。', reference).period).toEqual({ from: 2024, to: 2024 });
  });

  it('and what a box is divided into is called by its name: a programme, though nobody is said to carry it out', () => {
    const box = ['专栏2 海洋经济重点工程', '01 现代港口群建设工程', '建设深水航道。建设渔港改造工程。', '●海洋牧场培育工程。新建示范区3个。', '3.健康海州行动：创建国家卫生城市。', '04 其他重点工程'];
    expect(readPlan(['第一章 任务', '做好工作。', ...box, '第二章 保障', '01 组织保障工程'].join('\n'), reference).programmes.map((one) => one.name)).toEqual(['现代港口群建设工程', '海洋牧场培育工程', '健康海州行动']);
  });
});
