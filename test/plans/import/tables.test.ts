import { loadReference } from '../../../src/plans/import/load-reference.ts';
import { flattenOutline, type PlanReading } from '../../../src/plans/import/plan-reading.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const reference = loadReference();
const read = (...lines: string[]): PlanReading => readPlan(lines.join('\n'), reference);
const CHAPTER = ['第一章 发展目标', '提高发展水平。', '专栏1 主要指标'];
const HEADING = '类别\t指标\t2020年\t2025年\t年均增长〔累计〕\t属性';

/** Name, operator, value, unit, year and nature of everything that the table wants reached. */
const targetsIn = (reading: PlanReading): unknown[] => reading.targets.map(({ name, operator, value, unit, year, nature }) => [name, operator, value, unit, year, nature]);
const articlesIn = (reading: PlanReading): string[] => flattenOutline(reading.outline).filter((node) => node.level === 'article' && node.number !== null).map((node) => node.label);

describe('A table of indicators says what is to be reached', () => {
  it.each([
    ['经济发展\t1.地区生产总值（万亿元）\t1.2\t1.7\t7左右\t预期性', [['地区生产总值', '>=', 1.7, '万亿元', 2025, 'expected'], ['地区生产总值年均增长', '≈', 7, '%', 2025, 'expected']]],
    ['\t2.城镇调查失业率（%）\t5.1\t＜5.5\t—\t预期性', [['城镇调查失业率', '<', 5.5, '%', 2025, 'expected']]],
    ['绿色\t（3）单位地区生产总值能耗降低（%）\t—\t—\t〔13.5〕\t约束性', [['单位地区生产总值能耗降低', '>=', 13.5, '%', 2025, 'binding']]],
    ['绿色\t4.细颗粒物（PM2.5）浓度（微克/立方米）\t42\t38\t—\t约束性', [['细颗粒物（PM2.5）浓度', '<=', 38, '微克/立方米', 2025, 'binding']]],
    ['绿色\t5.森林覆盖率（%）\t55\t完成上级下达任务\t—\t约束性', []],
  ])('%s', (row, wanted) => {
    const reading = read(...CHAPTER, HEADING, row);
    expect(targetsIn(reading)).toEqual(wanted);
    expect(reading.commitments.at(-1)).toMatchObject({ kind: 'target', deadline: '2025-12-31' });
  });

  it('whether its cells stand between tabs, bars or gaps, in whichever columns', () => {
    const wanted = [['常住人口城镇化率', '>=', 72, '%', 2025, 'expected']];
    expect(targetsIn(read(...CHAPTER, '| 序号 | 指标名称 | 单位 | 2025年目标值 | 指标属性 |', '|---|---|:-:|--:|---|', '| 1 | 常住人口城镇化率 | % | 72 | 预期性 |'))).toEqual(wanted);
    expect(targetsIn(read(...CHAPTER, '指标　2020年　2025年　属性', '1.常住人口城镇化率（%）　68.5　72以上　预期性'))).toEqual(wanted);
  });

  it('also where a cell was pasted into each line, with blank lines or without', () => {
    const heading = ['序号', '主要指标', '2020年', '2025年目标', '属性'];
    const cells = ['1', '全员劳动生产率（万元/人）', '12.1', '>16', '预期性', '2', '耕地保有量（万亩）', '—', '完成上级任务', '约束性', '注：均为常住人口口径。', '专栏2 重点工程'];
    for (const between of ['\n', '\n\n']) {
      const reading = read(...CHAPTER, [...heading, ...cells].join(between));
      expect(targetsIn(reading)).toEqual([['全员劳动生产率', '>', 16, '万元/人', 2025, 'expected']]);
      expect(reading.commitments.slice(-2).map((one) => one.text.split(/\s+/).length)).toEqual([4, 4]);
    }
    expect(targetsIn(read(...CHAPTER, '指标名称', '2020年', '2025年', '粮食产量（万吨）', '210', '220'))).toEqual([['粮食产量', '>=', 220, '万吨', 2025, undefined]]);
  });

  it('but not where lines only look like the headings of columns', () => {
    expect(read('第一章 主要指标', '2025年', '属性', '一、目标', '提高水平。').targets).toEqual([]);
  });

  it('but not what was reached before', () => {
    expect(read('第一章 发展基础', '做好工作。', '专栏1 “十三五”主要指标完成情况', HEADING, '经济\t1.粮食产量（万吨）\t210\t220\t—\t约束性').targets).toEqual([]);
  });
});

describe('A table of duties that was pasted', () => {
  const table = ['| 序号 | 任务 | 牵头单位 | 责任单位 |', '| --- | --- | --- | --- |', '| 1 | 建设滨江公园 | 市林业局 | 市财政局 |', '| 2 | 修缮老城墙 | | |'];

  it('is read like one in a document; a cell that spans rows is said once', () => {
    expect(read('分工表', ...table).responsibilities.map(({ lead, others }) => [lead, others])).toEqual([[['市林业局'], ['市财政局']], [['市林业局'], ['市财政局']]]);
    expect(read('分工表', '序号\t任务\t牵头单位', '1\t"建设滨江公园，', '种植树木"\t市林业局').commitments[0]?.suggested[0]?.unit).toBe('linye');
  });

  it('is the articles of a document that is a table, but not behind articles', () => {
    expect(articlesIn(read('分工表', ...table))).toEqual(['1', '2']);
    expect(articlesIn(read('一、任务', '1.子。做好工作。', '2.丑。做好工作。', '附件：重点任务分工表', ...table))).toEqual(['1.', '2.']);
    expect(articlesIn(read('一、任务', '1.子。做好工作。', '2.丑。做好工作。', ...table))).toEqual(['1.', '2.']);
  });

  it('and a list that a tab sets in is no table', () => {
    expect(articlesIn(read('一、任务', '1.\t子。做好工作。', '2.\t丑。做好工作。'))).toEqual(['1.', '2.']);
  });
});
