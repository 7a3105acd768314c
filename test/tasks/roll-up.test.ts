import { anonymousMedian, districtAlgebra, rollUp, worstLight, type RollUpChild, type RollUpKind } from '../../src/tasks/roll-up.ts';

const child = (more: Partial<RollUpChild> = {}): RollUpChild => ({ done: false, value: null, progress: null, target: null, weight: null, light: 'green', ...more });
const valued = (...values: (number | null)[]): RollUpChild[] => values.map((value) => child({ value, progress: value === null ? null : 50 }));
const summed = (kind: RollUpKind, children: RollUpChild[], more: { target?: number; needed?: number } = {}) => rollUp({ kind, target: more.target ?? null, needed: more.needed ?? null }, children);

describe('the roll-up of districts', () => {
  test.each<[title: string, kind: RollUpKind, children: RollUpChild[], more: { target?: number; needed?: number }, expected: object]>([
    ['a sum leaves out what nobody reported and says how many', 'sum', valued(0.1, 0.2, null), { target: 1 }, { result: 0.3, known: 2, unknown: 1, met: null }],
    ['a sum with everybody known is reached or not', 'sum', valued(4, 6), { target: 10 }, { result: 10, unknown: 0, met: true }],
    ['a reported zero is known', 'sum', valued(0, 6), { target: 10 }, { result: 6, unknown: 0, met: false }],
    ['nothing reported is unknown and not zero', 'sum', valued(null, null), { target: 10 }, { result: null, known: 0, unknown: 2, met: null }],
    ['a ratio is weighted', 'ratio', [child({ value: 50, weight: 3 }), child({ value: 90, weight: 1 })], { target: 60 }, { result: 60, met: true }],
    ['a district without a weight counts once', 'ratio', [child({ value: 50 }), child({ value: 90 })], {}, { result: 70, met: null }],
    ['a ratio whose weights are nothing is unknown', 'ratio', [child({ value: 50, weight: 0 })], { target: 1 }, { result: null, met: null }],
    ['all are needed', 'all', [child({ done: true }), child({ progress: 80 }), child()], {}, { done: 1, known: 2, unknown: 1, result: 80, met: false }],
    ['all have ended', 'all', [child({ done: true }), child({ done: true, progress: 90 })], {}, { done: 2, unknown: 0, result: 100, met: true }],
    ['n of m are enough, whatever the others do', 'n_of_m', [child({ done: true }), child({ done: true }), child()], { needed: 2 }, { done: 2, unknown: 1, met: true }],
    ['fewer than n are not', 'n_of_m', [child({ done: true }), child({ progress: 10 })], { needed: 2 }, { met: false }],
    ['the worst is the lowest progress that is known', 'worst', [child({ progress: 30, light: 'yellow' }), child({ progress: 70 }), child({ light: 'grey' })], {}, { result: 30, unknown: 1, met: false, lights: { red: 0, yellow: 1, green: 1, grey: 1 } }],
    ['without districts there is nothing to say', 'all', [], {}, { total: 0, result: null, met: null }],
  ])('%s', (_title, kind, children, more, expected) => { expect(summed(kind, children, more)).toMatchObject(expected); });

  test('the worst light is red before yellow before green before grey', () => {
    expect(worstLight({ red: 1, yellow: 3, green: 9, grey: 2 })).toBe('red');
    expect([worstLight({ red: 0, yellow: 0, green: 1, grey: 2 }), worstLight({ red: 0, yellow: 0, green: 0, grey: 2 })]).toEqual(['green', 'grey']);
  });
});

describe('district algebra', () => {
  const targets = (...values: (number | null)[]) => values.map((target) => ({ target, weight: null }));
  test.each<[kind: RollUpKind, target: number | null, set: (number | null)[], expected: object | null]>([
    ['sum', 100, [40, 50], { verdict: 'short', total: 90, gap: -10 }], ['sum', 100, [60, 50], { verdict: 'over', gap: 10 }], ['sum', 0.3, [0.1, 0.2], { verdict: 'even', gap: 0 }],
    ['sum', 100, [40, null], { verdict: 'open', missing: 1 }], ['sum', 100, [140, null], { verdict: 'over', missing: 1 }], ['ratio', 80, [70, 80], { verdict: 'short', total: 75 }],
    ['ratio', 80, [90, null], { verdict: 'open' }], ['sum', null, [40, 50], null], ['sum', 100, [null, null], null], ['all', 100, [40, 50], null],
  ])('%s of %p against %p', (kind, target, set, expected) => {
    const found = districtAlgebra({ kind, target }, targets(...set));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });
});

test('a median is shown from five known values on and names nobody (R29)', () => {
  expect(anonymousMedian([10, 20, 30, 40])).toBeNull();
  expect(anonymousMedian([10, 20, 30, 40, null])).toBeNull();
  expect(anonymousMedian([50, 10, 20, 40, 30, null])).toEqual({ median: 30, n: 5 });
  expect(anonymousMedian([1, 2, 3, 4, 5, 6])).toEqual({ median: 3.5, n: 6 });
});
