import { loadReference } from '../../../src/plans/import/load-reference.ts';
import type { Commitment } from '../../../src/plans/import/plan-reading.ts';
import { readPlan } from '../../../src/plans/import/read-plan.ts';

const reference = loadReference();
const commitmentsIn = (body: string, title = '重点工作'): Commitment[] => readPlan(`一、任务\n1.${title}。${body}\n2.其他。做好其他工作。`, reference).commitments.filter((one) => one.article === 1);

describe('What somebody must do is found in the text', () => {
  it('one sentence, one commitment', () => {
    expect(commitmentsIn('改造提升商业街区。建设新型消费商圈。').map((one) => one.text)).toEqual(['改造提升商业街区', '建设新型消费商圈']);
  });

  it('a title that somebody else awards is a matter of its own', () => {
    expect(commitmentsIn('健全节水制度，创建国家节水型城市。').map((one) => one.kind)).toEqual(['policy', 'campaign']);
  });

  it('a number is a target with its deadline', () => {
    const [first] = commitmentsIn('到二○二五年，森林覆盖率达到55%以上。');
    expect(first).toMatchObject({ kind: 'target', deadline: '2025-12-31', target: { name: '森林覆盖率', operator: '>=', value: 55, unit: '%', year: 2025 } });
  });

  it('a deadline of a month is its last day', () => {
    expect(commitmentsIn('2024年2月底前完成清理整治。')[0]?.deadline).toBe('2024-02-29');
  });

  it('numbers in names are no targets', () => {
    expect(commitmentsIn('打造“15分钟生活圈”，推广5G应用，引进500强企业。').map((one) => one.target)).toEqual([null]);
  });

  it('what only repeats the heading is none', () => {
    expect(commitmentsIn('坚持人民至上，坚持安全第一，全面提高公共安全水平。健全应急物资保障体系。', '保障公共安全').map((one) => one.text)).toEqual(['健全应急物资保障体系']);
  });

  it('what the text says about who is responsible goes before every suggestion', () => {
    expect(commitmentsIn('改造提升商业街区。（市住建局牵头，市商务局配合）')[0]?.suggested.slice(0, 2).map((one) => [one.unit, one.role])).toEqual([['zhujian', 'lead'], ['shangwu', 'support']]);
  });

  it('a suggestion says which words caused it', () => {
    expect(commitmentsIn('健全长期护理保险制度。')[0]?.suggested[0]).toMatchObject({ unit: 'yibao', role: 'lead', because: ['长期护理保险'] });
  });

  it('what was decided once is suggested again, with where it was decided', () => {
    const learned = [{ text: '发展低空旅游新业态', unit: 'tiyu', citation: '第24条' }];
    const { commitments } = readPlan('一、任务\n1.重点。发展低空旅游新业态。\n2.其他。做好工作。', { ...reference, learned });
    expect(commitments[0]?.suggested[0]).toMatchObject({ unit: 'tiyu', because: expect.arrayContaining(['第24条']) as string[] });
  });

  it('a numbered line is a task of its own when only who does it stands below', () => {
    const { commitments } = readPlan('一、任务\n1.发放消费券。\n牵头单位：市商务局\n配合单位：市财政局\n完成时限：2023年6月底前\n2.建设水库（市水利局）。', reference);
    expect(commitments.map((one) => [one.text, one.suggested[0]?.unit, one.deadline])).toEqual([['发放消费券', 'shangwu', '2023-06-30'], ['建设水库', 'shuili', null]]);
  });

  it('a heading about the environment is a task when somebody improves it, and a description when nobody does', () => {
    const textsUnder = (title: string): string[] => readPlan(`一、${title}\n1.重点。建设水库。\n2.其他。建设电网。`, reference).commitments.map((one) => one.text);
    expect(textsUnder('优化发展环境')).toEqual(['建设水库', '建设电网']);
    expect(textsUnder('我国发展环境')).toEqual([]);
  });

  it.each([
    ['规模以上工业增加值和固定资产投资年均分别增长14%和18%。', [['规模以上工业增加值年均增长', '>=', 14, '%'], ['固定资产投资年均增长', '>=', 18, '%']]],
    ['城镇和农村居民人均可支配收入分别达到6万元和3.5万元以上。', [['城镇居民人均可支配收入', '>=', 6, '万元'], ['农村居民人均可支配收入', '>=', 3.5, '万元']]],
    ['细颗粒物浓度、失业率分别控制在35微克/立方米和5.5%以内。', [['细颗粒物浓度', '<=', 35, '微克/立方米'], ['失业率', '<=', 5.5, '%']]],
    ['数字经济占比达到14%和18%以上。', [['数字经济占比', '>=', 14, '%'], ['数字经济占比', '>=', 18, '%']]],
    ['服务业比重和城镇化率分别提高3个和4个百分点。', [['服务业比重提高', '>=', 3, '个百分点'], ['城镇化率提高', '>=', 4, '个百分点']]],
    ['建成标准厂房100万平方米和人才公寓5000套以上。', [['建成标准厂房', '>=', 100, '万平方米'], ['人才公寓', '>=', 5000, '套']]],
    ['服务业增加值达到900亿元、年均增长7%。', [['服务业增加值', '>=', 900, '亿元'], ['服务业增加值年均增长', '>=', 7, '%']]],
  ])('a clause may measure several things: %s', (body, wanted) => {
    expect(readPlan(`一、任务\n1.目标。${body}\n2.其他。做好工作。`, reference).targets.map(({ name, operator, value, unit }) => [name, operator, value, unit])).toEqual(wanted);
  });

  it('two numbers of one thing are those of two years', () => {
    expect(readPlan('一、任务\n1.目标。到2025年、2035年，森林覆盖率分别达到62%和65%。\n2.其他。做好工作。', reference).targets.map(({ name, value, year }) => [name, value, year])).toEqual([['森林覆盖率', 62, 2025], ['森林覆盖率', 65, 2035]]);
  });

  it('what stands above a table is none', () => {
    expect(commitmentsIn('\n表2 “十四五”时期主要指标\n单位：亿元\n建设水库。').map((one) => one.text)).toEqual(['建设水库']);
  });

  it('how many of what is a target, in units as long as they are written', () => {
    expect(commitmentsIn('新增高新技术企业300家。粮食产量保持在1.3万亿斤以上。').map((one) => one.target)).toMatchObject([{ operator: '>=', value: 300, unit: '家' }, { operator: '>=', value: 1.3, unit: '万亿斤' }]);
  });
});
