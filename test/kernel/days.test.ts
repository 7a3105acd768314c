import { clockStandingAt, dayOf, instantAt, SetClock, timeOf, today } from '../../src/kernel/clock.ts';
import { addDays, addMonths, daysBetween, earliest, isDay, weekday } from '../../src/kernel/days.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween, type Calendar } from '../../src/kernel/working-days.ts';

describe('days in Shanghai', () => {
  test('begin at midnight there, wherever the server stands', () => {
    expect(dayOf(new Date('2023-06-14T15:59:59.999Z'))).toBe('2023-06-14');
    expect(dayOf(new Date('2023-06-14T16:00:00Z'))).toBe('2023-06-15');
    expect(timeOf(new Date('2023-06-14T16:05:00Z'))).toBe('00:05');
    expect(instantAt('2023-06-15', '09:30').toISOString()).toBe('2023-06-15T01:30:00.000Z');
  });

  test.each([['2024-02-29', true], ['2023-02-29', false], ['2023-13-01', false], ['2023-6-1', false], ['', false], ['2023-06-15T00:00', false]])('"%s" is one: %s', (value, is) => {
    expect(isDay(value)).toBe(is);
  });

  test.each([['2023-01-31', 1, '2023-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2023-12-15', 1, '2024-01-15'], ['2023-03-31', -1, '2023-02-28']])('%s and %i months is %s', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });

  test('are counted over the ends of months and years', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-06-15', '2023-06-01')).toBe(-14);
    expect(weekday('2023-06-18')).toBe(0);
    expect(earliest(null, '2023-07-01', undefined, '2023-06-01')).toBe('2023-06-01');
    expect(earliest(null, undefined)).toBeNull();
  });
});

describe('working days with 调休', () => {
  // Dragon Boat Festival 2023: Thursday 22 to Saturday 24 June free, Sunday 25 June worked.
  const calendar: Calendar = new Map([['2023-06-22', false], ['2023-06-23', false], ['2023-06-25', true]]);

  test('leave out holidays and take in the Sundays that are worked for them', () => {
    expect(['2023-06-21', '2023-06-22', '2023-06-24', '2023-06-25'].map((day) => isWorkingDay(day, calendar))).toEqual([true, false, false, true]);
  });

  test('between any two days are as many as somebody counts who walks from one to the other', () => {
    const walked = (from: string, to: string): number => {
      let count = 0;
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count += 1;
      return count;
    };
    const wrong = Array.from({ length: 60 }, (_, i) => addDays('2023-06-01', i % 37)).flatMap((from, i) => [addDays(from, i - 5), addDays(from, i * 3)].map((to) => [from, to] as const))
      .filter(([from, to]) => workingDaysBetween(from, to, calendar) !== walked(from, to));
    expect(wrong).toEqual([]);
  });

  test('are counted forwards and backwards', () => {
    expect(addWorkingDays('2023-06-21', 2, calendar)).toBe('2023-06-26');
    expect(addWorkingDays('2023-06-26', -2, calendar)).toBe('2023-06-21');
    expect(addWorkingDays('2023-06-22', 0, calendar)).toBe('2023-06-22');
    expect(workingDaysBetween('2023-06-21', '2023-06-26', calendar)).toBe(2);
    expect(workingDaysBetween('2023-06-26', '2023-06-21', calendar)).toBe(0);
    expect(nextWorkingDay('2023-06-22', calendar)).toBe('2023-06-25');
  });
});

describe('clocks', () => {
  test('stand at the demonstration\'s day while the hours go on', () => {
    const real = new SetClock(new Date('2026-11-23T16:30:00.250Z')); // half past midnight of the 24th in Shanghai
    const clock = clockStandingAt('2023-06-15', real);
    expect(clock.now().toISOString()).toBe('2023-06-14T16:30:00.250Z');
    expect(today(clock)).toBe('2023-06-15');
  });

  test('can be set by hand, and nobody can move one from outside', () => {
    const clock = new SetClock(new Date(0));
    clock.now().setFullYear(1999);
    clock.advance(1500);
    expect(clock.now().getTime()).toBe(1500);
    clock.set(instantAt('2023-06-15'));
    expect(today(clock)).toBe('2023-06-15');
  });
});
