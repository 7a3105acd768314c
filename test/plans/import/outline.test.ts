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

  it('and is told of a number that is missing', () => {
    const { problems } = readPlan('一、甲\n做好工作。\n三、乙\n做好服务。', reference);
    expect(problems.filter((one) => one.code === 'number_gap')).toMatchObject([{ line: 3, values: { label: '三、', expected: 2 } }]);
  });
});
