import { addDays } from '../../src/kernel/days.ts';
import { nextPeriod, periodBounds, periodOf, periodsOf } from '../../src/tasks/period.ts';

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
