import { DEFAULT_POINTS } from '../../src/circulars/criteria.ts';
import { forbiddenIn } from '../../src/circulars/forbidden-criteria.ts';
import { whyUnlawful } from '../../src/circulars/lawful-rule-set.ts';
import { rankEntries, type Entry } from '../../src/circulars/ranking.ts';
import { wordsIn } from '../../src/kernel/text.ts';

describe('rule sets', () => {
  test.each([
    ['登录次数', 'log_ins'], ['系统 登 录 率', 'log_ins'], ['ＬＯＧＩＮ次数', 'log_ins'], ['App活跃度', 'log_ins'], ['每日打卡', 'log_ins'], ['在线时长', 'log_ins'],
    ['信息报送条数', 'messages'], ['群消息回复速度', 'messages'], ['点 赞 数', 'praise'], ['领导批示数量', 'instructions'], ['肯定性批示', 'instructions'],
    ['简报稿件采用', 'articles'], ['宣传报道篇数', 'articles'], ['现场照片数', 'photos'], ['工作留痕', 'photos'], ['Photos uploaded', 'photos'], ['log-ins', 'log_ins'],
  ])('%s is not scored, by rule R28', (name, kind) => {
    expect(forbiddenIn(name)?.kind).toBe(kind);
    const [complaint] = whyUnlawful(DEFAULT_POINTS, name);
    expect(wordsIn('zh-CN')(complaint?.key ?? '', complaint?.values)).toMatch(/R28/);
    expect(wordsIn('en')(complaint?.key ?? '', complaint?.values)).toContain(name);
  });

  test('a name that is not forbidden is refused too, where nothing in the records counts it', () => {
    expect(whyUnlawful(DEFAULT_POINTS, '群众获得感').map((c) => c.key)).toEqual(['circulars.error.not_countable']);
  });

  test('what is done in time cannot cost, what is late cannot earn, and pressing escalates (R27)', () => {
    expect(whyUnlawful(DEFAULT_POINTS, '')).toEqual([]);
    expect(whyUnlawful({ ...DEFAULT_POINTS, filing_on_time: -1, filing_late: 2 }, '').map((c) => [c.key, c.field])).toEqual([['circulars.error.must_earn', 'filing_on_time'], ['circulars.error.must_cost', 'filing_late']]);
    expect(whyUnlawful({ ...DEFAULT_POINTS, urge: -5, notice: -3 }, '').map((c) => c.field)).toEqual(['notice']);
  });
});

describe('the ranking', () => {
  const entry = (unitId: number, peers: string, items: number, points: number): Entry => ({ unitId, unit: String(unitId), peers, items, points });
  const places = (entries: Entry[], struck = new Set<number>()) => rankEntries(entries, struck).map((g) => [g.group, g.ranked, g.entries.map((e) => [e.unitId, e.place])]);

  test('compares units with their peers only, by points for each item, and leaves out those with fewer than five (R29)', () => {
    expect(places([entry(1, 'city', 10, 20), entry(2, 'city', 5, 15), entry(3, 'city', 4, 40), entry(4, 'district', 9, 1)])).toEqual([
      ['city', 2, [[2, 1], [1, 2], [3, null]]], ['district', 1, [[4, 1]]],
    ]);
  });

  test('gives equal averages one place and strikes out whose objection was upheld (R30)', () => {
    expect(places([entry(1, 'city', 5, 5), entry(2, 'city', 10, 10), entry(3, 'city', 6, 0), entry(4, 'city', 6, 30)], new Set([4]))).toEqual([['city', 3, [[1, 1], [2, 1], [3, 3], [4, null]]]]);
  });
});
