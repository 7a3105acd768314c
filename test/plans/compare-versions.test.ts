import { readFileSync } from 'node:fs';
import { compareVersions, type Change } from '../../src/plans/compare-versions.ts';
import { readPlan } from '../../src/plans/import/read-plan.ts';

const said = (...texts: string[]) => texts.map((text) => ({ text }));
const BEFORE = said('到2025年，地区生产总值达到1.7万亿元。', '大力发展首店经济，打造夜间经济集聚区。', '办好中非经贸博览会。', '完善商业网点规划。', '推进自贸试验区建设。');

describe('whoever compares two versions of a plan', () => {
  test.each<[string, Change, string]>([
    ['another number', 'number', '到2025年，地区生产总值达到1.8万亿元。'],
    ['other words', 'reworded', '大力发展首店首发经济，打造夜间经济集聚示范区。'],
    ['something nobody said before', 'new', '建设全球研发中心城市。'],
  ])('sees %s as %s', (_what, change, text) => {
    expect(compareVersions(BEFORE, [...said(text), ...BEFORE.slice(2)])[0]?.change).toBe(change);
  });

  test('sees a sentence that stands elsewhere as moved, and its neighbours as the same', () => {
    const [a, b, c, d, e] = BEFORE;
    const after = [e, a, b, c, d].filter((one) => one !== undefined);
    expect(compareVersions(BEFORE, after).map((one) => one.change)).toEqual(['moved', 'same', 'same', 'same', 'same']);
  });

  test('sees a sentence that went to the next article as moved, and who answers for the first as the same', () => {
    const cited = (...lines: [text: string, cite: string][]) => lines.map(([text, cite]) => ({ text, cite }));
    const before = cited(['推进5G网络。', '1.1'], ['实现园区覆盖。', '1.2'], ['（市工信局负责）', '1.d'], ['（市数据局负责）', '2.d']);
    const after = cited(['推进5G网络。', '1.1'], ['（市工信局负责）', '1.d'], ['实现园区覆盖。', '2.1'], ['（市数据局负责）', '2.d']);
    expect(compareVersions(before, after).map((one) => one.change)).toEqual(['same', 'same', 'moved', 'same']);
  });

  test('sees what is gone as dropped', () => {
    expect(compareVersions(BEFORE, BEFORE.slice(1)).map((one) => one.change)).toEqual(['same', 'same', 'same', 'same', 'dropped']);
  });

  test('accounts for every sentence of both versions exactly once', () => {
    const after = said('推进自贸试验区建设。', '大力发展首店经济，打造夜间经济示范区。', '办好中非经贸博览会。', '办好中非经贸博览会。');
    const found = compareVersions(BEFORE, after);
    expect(found.map((one) => one.after).filter((one) => one !== null)).toEqual(after);
    expect(new Set(found.map((one) => one.before).filter((one) => one !== null)).size).toBe(BEFORE.length);
  });

  test('finds no difference between the Changsha proposal and itself, and two between it and a copy with two changes', () => {
    const text = readFileSync('prisma/seeds/plans/changsha-14th-fyp-proposal.txt', 'utf8');
    const bodies = (of: string) => readPlan(of, { units: [] }).sentences.filter((s) => s.kind === 'body');
    const changed = text.replace('1.7万亿元', '1.9万亿元').replace('推动食品等产业提质升级。', '');
    const kinds = (of: string) => compareVersions(bodies(text), bodies(of)).map((one) => one.change).filter((change) => change !== 'same').sort();
    expect(kinds(text)).toEqual([]);
    expect(kinds(changed)).toEqual(['dropped', 'number']);
  });
});
