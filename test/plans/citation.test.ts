import { citationOf } from '../../src/plans/citation.ts';
import { chineseNumeral } from '../../src/plans/chinese-numeral.ts';
import { readPlan } from '../../src/plans/import/read-plan.ts';
import { citePlaces } from '../../src/plans/sentence-place.ts';

const cited = (text: string): Map<string, string> => {
  const reading = readPlan(text, { units: [] });
  const places = citePlaces(reading);
  return new Map(reading.sentences.map((sentence, i) => [sentence.text, citationOf({ cite: places[i] ?? '' })]));
};

const PLAN = `某市关于制定五年规划的建议
一、扩大开放
坚持开放发展。加强统筹协调。
1.建设消费中心城市。发展首店经济。打造夜间经济。
完善商业网点规划。
——办好展会。办好中非经贸博览会。
二、改善民生
2.提高就业质量。扩大就业容量。
`;

describe('whoever cites the plan', () => {
  test('names article, paragraph and sentence', () => {
    expect(cited(PLAN).get('打造夜间经济。')).toBe('第1条第1段第2句');
    expect(cited(PLAN).get('完善商业网点规划。')).toBe('第1条第2段第1句');
    expect(cited(PLAN).get('扩大就业容量。')).toBe('第2条第1段第1句');
  });

  test('names the chapter for the paragraph that leads it in', () => {
    expect(cited(PLAN).get('加强统筹协调。')).toBe('第一章导语第2句');
  });

  test('names the chapter too where article numbers begin anew in each', () => {
    const places = cited('某市工作方案\n一、总体要求\n1.指导思想。坚持新发展理念。\n2.基本原则。坚持系统观念。\n二、重点任务\n1.稳定增长。扩大有效投资。\n2.促进消费。发放消费券。\n');
    expect(places.get('扩大有效投资。')).toBe('第二章第1条第1段第1句');
  });

  test('finds no two sentences of the Changsha proposal in the same place', async () => {
    const { readFileSync } = await import('node:fs');
    const reading = readPlan(readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8'), { units: [] });
    const places = citePlaces(reading);
    expect(new Set(places).size).toBe(reading.sentences.length);
    expect(places).toContain('chapter:3/lead/sentence:1');
  });

  test('reads English where the page is English', () => {
    expect(citationOf({ cite: 'article:23/paragraph:2/sentence:1' }, 'en')).toBe('Article 23, paragraph 2, sentence 1');
  });

  test.each([[1, '一'], [10, '十'], [14, '十四'], [20, '二十'], [56, '五十六'], [100, '一百'], [105, '一百零五'], [999, '九百九十九'], [1000, '1000']])('counts chapter %i as %s', (value, numeral) => {
    expect(chineseNumeral(value)).toBe(numeral);
  });
});
