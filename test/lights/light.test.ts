import { addDays } from '../../src/kernel/days.ts';
import { expectedOn } from '../../src/lights/expected-progress.ts';
import { evaluate, type LightFacts } from '../../src/lights/light.ts';
import { LIGHT_RULES } from '../../src/lights/light-rules.ts';

const facts = (change: Partial<LightFacts> = {}): LightFacts => ({
  live: true, closedOn: null, waitingSince: null, started: true, startOn: '2023-01-01', deadline: '2023-12-31', progress: 40, delivered: false,
  expected: [{ from: '0000-01-01', on: '2023-05-31', percent: 41 }], nextDueOn: '2023-07-05', gaps: [{ first: '2023-07-05', last: '2023-08-07' }, { first: '2023-07-05', last: '2023-09-05' }], milestone: null, target: null, branchRedFrom: null, ...change,
});
const lightOf = (change: Partial<LightFacts>, day: string) => evaluate(facts(change), day, LIGHT_RULES);

describe('the light of a task', () => {
  test('is green while progress and reports are as expected (R18)', () => {
    expect(lightOf({}, '2023-06-15')).toMatchObject({ light: 'green', rule: 'on_track' });
  });

  test('is grey until the lead has signed, and for what is not under way (R15)', () => {
    expect(lightOf({ started: false }, '2023-02-01')).toMatchObject({ light: 'grey', rule: 'not_signed' });
    expect(lightOf({ live: false }, '2024-06-01')).toMatchObject({ light: 'grey', rule: 'not_live' });
    expect(lightOf({ startOn: '2023-07-01', expected: [] }, '2023-06-15')).toMatchObject({ light: 'grey', rule: 'not_started' });
  });

  test('turns red the day after the adjusted deadline, not on it (R16)', () => {
    const done = { progress: 100, nextDueOn: null, gaps: [] };
    expect(lightOf(done, '2023-12-31').light).toBe('yellow');
    expect(lightOf(done, '2024-01-01')).toMatchObject({ light: 'red', rule: 'past_deadline', values: { days: 1 } });
  });

  test.each([[30, 'yellow'], [31, 'red'], [10, 'yellow'], [9, 'green']])('with %i points behind is %s (R16, R17)', (behind, light) => {
    expect(lightOf({ progress: 41 - behind }, '2023-06-15').light).toBe(light);
  });

  test('is yellow with one report missing and red with two (R16, R17)', () => {
    expect(lightOf({}, '2023-07-05').light).toBe('green');
    expect(lightOf({}, '2023-07-06')).toMatchObject({ light: 'yellow', rule: 'filing_missing' });
    expect(lightOf({}, '2023-08-08')).toMatchObject({ light: 'red', rule: 'filings_missing', values: { count: 2, first: '2023-07-05', last: '2023-08-07' } });
  });

  test('turns red with a third report missing instead of the second where the parameters say so', () => {
    const later = { ...LIGHT_RULES, reportsMissedRed: 3 };
    expect(evaluate(facts(), '2023-08-08', later)).toMatchObject({ light: 'yellow', rule: 'filing_missing' });
    expect(evaluate(facts(), '2023-09-06', later)).toMatchObject({ light: 'red', rule: 'filings_missing', values: { count: 3, last: '2023-09-05' } });
    expect(evaluate(facts({ gaps: [] }), '2023-12-20', later).light).toBe('yellow');
  });

  test('is red when the start is missed by more than three months (R16)', () => {
    const unsigned = { started: false, nextDueOn: null, gaps: [], expected: [] };
    expect(lightOf(unsigned, '2023-04-01').light).toBe('grey');
    expect(lightOf(unsigned, '2023-04-02')).toMatchObject({ light: 'red', rule: 'start_missed' });
  });

  test('is yellow seven days before the deadline unless closing was asked for (R17)', () => {
    const done = { progress: 100, nextDueOn: null, gaps: [] };
    expect(lightOf(done, '2023-12-23').light).toBe('green');
    expect(lightOf(done, '2023-12-24')).toMatchObject({ light: 'yellow', rule: 'due_soon' });
    expect(lightOf({ ...done, waitingSince: '2023-12-20' }, '2023-12-28').light).toBe('green');
  });

  test('does not turn while the matter waits for the reviewer, however long (R9, R26)', () => {
    expect(lightOf({ progress: 100, nextDueOn: null, gaps: [], waitingSince: '2023-12-30' }, '2024-05-01').light).toBe('green');
  });

  test('is yellow from the day after a milestone that nobody reached, and says which (R17)', () => {
    const milestone = { day: '2023-06-10', title: '主体封顶' };
    expect(lightOf({ milestone }, '2023-06-10').light).toBe('green');
    expect(lightOf({ milestone }, '2023-06-12')).toMatchObject({ light: 'yellow', rule: 'milestone_missed', values: { title: '主体封顶', on: '2023-06-10', days: 2 } });
  });

  test('of a branch that has reported all of its part does not turn with its own day, only with reports that are missing', () => {
    const part = { progress: 100, delivered: true, deadline: '2023-05-31', gaps: [] };
    expect(lightOf(part, '2023-06-15')).toMatchObject({ light: 'green', rule: 'delivered' });
    expect([lightOf(part, '2023-05-30').light, lightOf(part, '2023-07-06').rule, lightOf({ ...part, delivered: false }, '2023-06-15').light]).toEqual(['green', 'filing_missing', 'red']);
  });

  test('is red from the first day after the year in which a binding interim target was to be reached, whatever else is red (R16)', () => {
    const target = { day: '2023-09-30', title: '建成50个' };
    const late = { ...facts({ deadline: '2025-12-31', milestone: target, target, progress: 0, gaps: [{ first: '2023-10-09', last: '2024-01-05' }] }) };
    expect([lightOf({ ...late, progress: 40 }, '2023-12-31').light, lightOf({ ...late, progress: 40, target: null }, '2024-01-01').light]).toEqual(['yellow', 'yellow']);
    expect(lightOf(late, '2024-01-01')).toMatchObject({ light: 'red', rule: 'target_missed', values: { title: '建成50个', on: '2023-09-30', end: '2023-12-31' } });
  });

  test('is yellow when a branch under the lead is red (R17)', () => {
    expect(lightOf({ branchRedFrom: { day: '2023-06-10', unit: '市财政局' } }, '2023-06-15')).toMatchObject({ light: 'yellow', rule: 'branch_red', values: { unit: '市财政局' } });
  });

  test('stays green once closed and says how late it was', () => {
    expect(lightOf({ closedOn: '2023-12-30' }, '2025-01-01')).toMatchObject({ light: 'green', rule: 'closed' });
    expect(lightOf({ closedOn: '2024-01-10' }, '2025-01-01')).toMatchObject({ light: 'green', rule: 'closed_late', values: { days: 10 } });
  });
});

test('expected progress runs from nothing at the start to all at the deadline', () => {
  const course = { startOn: '2023-01-01', deadline: '2023-12-31', milestones: [] };
  expect(['2022-06-01', '2023-07-02', addDays('2023-12-31', 40)].map((day) => expectedOn(course, day))).toEqual([0, 50, 100]);
});
