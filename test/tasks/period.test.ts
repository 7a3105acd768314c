import { addDays } from '../../src/kernel/days.ts';
import { dueDayOf, firstOwed, nextPeriod, periodBounds, periodOf, periodsOf } from '../../src/tasks/period.ts';

const task = { startOn: '2021-11-15', deadline: '2024-02-10' };

test.each([
  ['monthly', '2022-11', '2022-12'], ['monthly', '2022-12', '2023-01'], ['quarterly', '2022-Q3', '2022-Q4'], ['quarterly', '2022-Q4', '2023-Q1'],
  ['halfyearly', '2022-H1', '2022-H2'], ['halfyearly', '2022-H2', '2023-H1'], ['yearly', '2022', '2023'], ['once', 'once', null],
] as const)('the %s period after %s is %s', (cycle, period, next) => {
  expect(nextPeriod(cycle, period)).toBe(next);
});

test.each(['monthly', 'quarterly', 'halfyearly', 'yearly'] as const)('%s periods join: each begins on the day after the one before', (cycle) => {
  const all = periodsOf(cycle, task, task.deadline);
  expect([all[0], all.at(-1)]).toEqual([periodOf(cycle, task.startOn), periodOf(cycle, task.deadline)]);
  for (const [i, period] of all.slice(1).entries()) expect(periodBounds(cycle, period, task).from).toBe(addDays(periodBounds(cycle, all[i] ?? '', task).to, 1));
});

describe('the first period that is owed', () => {
  const wide = { startOn: '2023-01-01', deadline: '2024-12-31' };

  test.each([
    ['monthly', '2023-05-22', '2023-05'], ['monthly', '2023-05-23', '2023-06'], ['monthly', '2023-12-31', '2024-01'], ['quarterly', '2023-03-31', '2023-Q2'],
    ['halfyearly', '2023-06-22', '2023-H2'], ['yearly', '2023-12-28', '2024'], ['once', '2023-12-28', 'once'], ['monthly', '2022-11-30', '2023-01'],
  ] as const)('of a %s task handed over on %s is %s: fewer than ten days are reported with the next', (cycle, handed, period) => {
    expect(firstOwed(cycle, wide, handed)).toBe(period);
  });

  test('is the one of its last days where the task ends with them', () => {
    expect(firstOwed('monthly', { startOn: '2023-05-25', deadline: '2023-05-31' }, '2023-05-25')).toBe('2023-05');
  });
});

test.each([
  ['2023-05', '2023-06-05', '2023-06-01'], ['2023-09', '2023-10-07', '2023-10-07'], ['2023-12', '2024-01-05', '2024-01-02'],
] as const)('the report for %s is due on %s, of a supporting unit on %s: with 调休, and never while the period runs (R5)', (period, lead, support) => {
  const holidays = new Map(['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06', '2024-01-01'].map((day) => [day, false] as const));
  const calendar = new Map<string, boolean>([...holidays, ['2023-10-07', true], ['2023-10-08', true]]);
  expect((['lead', 'support'] as const).map((role) => dueDayOf('monthly', period, { role, dueOn: '' }, { startOn: '2023-01-01', deadline: '2024-12-31' }, calendar))).toEqual([lead, support]);
});
