import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { flattenOutline } from '../../../src/plans/import/plan-reading.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const reference = loadReference();

/** Level, label and title of every numbered heading. */
function headingsOf(lines: readonly string[]): string[] {
  const { outline } = readPlan(lines.join('\n'), reference);
  return flattenOutline(outline).filter((node) => node.number !== null).map((node) => `${node.level} ${node.label}${node.title}`);
}

describe('A person who imports a document finds its outline as it was written', () => {
  it('with articles that run on through the chapters', () => {
    expect(headingsOf(['一、甲', '1.子。做好工作。', '2.丑。做好工作。', '二、乙', '3.寅。做好工作。'])).toEqual(['chapter 一、甲', 'article 1.子', 'article 2.丑', 'chapter 二、乙', 'article 3.寅']);
  });

  it('with bracketed articles and numbered items below them', () => {
    expect(headingsOf(['一、甲', '（一）子。做好工作。', '1.加强管理。', '2.加强服务。', '（二）丑。', '1.加强监督。'])).toEqual(['chapter 一、甲', 'article （一）子', 'item 1.加强管理', 'item 2.加强服务', 'article （二）丑', 'item 1.加强监督']);
  });

  it('with parts, chapters and sections, whatever digits they are written in', () => {
    expect(headingsOf(['第一篇 总论', '第１章 开局', '第一节　基础', '推进改革。', '第二节　目标', '第2章 任务'])).toEqual(['part 第一篇总论', 'chapter 第１章开局', 'section 第一节基础', 'section 第二节目标', 'chapter 第2章任务']);
  });

  it('without its table of contents', () => {
    expect(headingsOf(['目录', '一、甲……1', '二、乙……9', '一、甲', '做好工作。', '二、乙', '做好服务。'])).toEqual(['chapter 一、甲', 'chapter 二、乙']);
  });

  it('without decimals and years that look like numbers of articles', () => {
    expect(headingsOf(['一、甲', '1.子。增长5%。', '1.7万亿元的目标要实现。', '2025.1月启动。', '2.丑。做好工作。'])).toEqual(['chapter 一、甲', 'article 1.子', 'article 2.丑']);
  });

  it('when headings are glued to their text', () => {
    expect(headingsOf(['一、总体要求以新发展理念为指导，坚持稳中求进，推动高质量发展，全面建设现代化城市。', '二、重点任务（一）子。做好工作。（市商务局负责）（二）丑。做好服务。'])).toEqual(['chapter 一、总体要求', 'chapter 二、重点任务', 'article （一）子', 'article （二）丑']);
  });

  it('with boxes between its sections, which number for themselves', () => {
    const lines = ['第一章 甲', '第一节 子', '推进改革。', '专栏1 重点工程', '1.丑工程。建设水库。', '2.寅工程。建设电网。', '第二节 卯', '1.辰。做好工作。', '专栏2 辰行动', '1.巳。建设公园。', '2.午。做好服务。'];
    expect(headingsOf(lines)).toEqual(['chapter 第一章甲', 'section 第一节子', 'item 专栏1重点工程', 'item 1.丑工程', 'item 2.寅工程', 'section 第二节卯', 'article 1.辰', 'item 专栏2辰行动', 'item 1.巳', 'item 2.午']);
  });

  it('with the articles around a box going on behind it', () => {
    expect(headingsOf(['一、甲', '1.子。做好工作。', '2.丑。做好工作。', '专栏1 工程', '1.甲工程。', '2.乙工程。', '3.丙工程。', '二、乙', '3.寅。做好工作。'])).toContain('article 3.寅');
  });

  it('without the words explained at its end', () => {
    expect(headingsOf(['一、甲', '做好工作。', '二、乙', '做好服务。', '名词解释', '1.“四个一批”：指开工一批。', '2.链长：指负责人。'])).toEqual(['chapter 一、甲', 'chapter 二、乙']);
  });

  it('with measures whose clauses have headings, and laws whose clauses have none', () => {
    expect(headingsOf(['第一条 支持企业。给予奖励。', '第二条 支持人才。给予补贴。', '第三条 本措施自印发之日起施行。'])).toEqual(['article 第一条支持企业', 'article 第二条支持人才', 'article 第三条']);
    expect(headingsOf(['第一条 为了加强管理，制定本条例。', '第二条 市政府应当加强领导。建立机制。', '第三条 本条例自公布之日起施行。'])).toEqual(['article 第一条', 'article 第二条', 'article 第三条']);
  });

  it('and is told of a number that is missing', () => {
    const { problems } = readPlan('一、甲\n做好工作。\n三、乙\n做好服务。', reference);
    expect(problems.filter((one) => one.code === 'number_gap')).toMatchObject([{ line: 3, values: { label: '三、', expected: 2 } }]);
  });
});
