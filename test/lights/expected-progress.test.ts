import { addDays, daysBetween } from '../../src/kernel/days.ts';
import { courseCorners, expectedOn, firstOpen, milestonesIn } from '../../src/lights/expected-progress.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';

const course = (milestones: [day: string, percent: number][]) => ({ startOn: '2023-01-01', deadline: '2023-12-31', milestones: milestones.map(([day, percent]) => ({ day, percent })) });

describe('expected progress', () => {
  test.each([
    ['at the start', '2023-01-01', 0], ['half way to the first milestone', '2023-02-15', 10], ['on a milestone', '2023-04-01', 20], ['between two milestones', '2023-05-31', 50],
    ['on the second', '2023-07-31', 80], ['from the last milestone to the deadline', '2023-10-15', 90], ['at the deadline', '2023-12-31', 100], ['after it', '2024-06-01', 100], ['before the start', '2022-06-01', 0],
  ])('runs along the milestones: %s', (_where, day, percent) => {
    expect(Math.abs(expectedOn(course([['2023-07-31', 80], ['2023-04-01', 20]]), day) - percent)).toBeLessThanOrEqual(1);
  });

  test('takes no account of milestones outside the time, and a deadline on the first day is all at once', () => {
    expect(courseCorners(course([['2022-12-01', 50], ['2023-12-31', 60], ['2024-05-01', 90]]))).toEqual([{ day: '2023-01-01', percent: 0 }, { day: '2023-12-31', percent: 100 }]);
    expect(['2022-12-31', '2023-01-01'].map((day) => expectedOn({ startOn: '2023-01-01', deadline: '2023-01-01', milestones: [] }, day))).toEqual([0, 100]);
  });

  test('never falls, meets every rising milestone and stays between 0 and 100, on every day of 200 random courses', () => {
    const chance = new Chance(23);
    for (let i = 0; i < 200; i += 1) {
      const startOn = addDays('2022-01-01', chance.between(0, 300));
      const deadline = addDays(startOn, chance.between(2, 500));
      const milestones = Array.from({ length: chance.between(0, 6) }, () => ({ day: addDays(startOn, chance.between(-20, 520)), percent: chance.between(0, 130) }));
      const days = Array.from({ length: daysBetween(startOn, deadline) + 41 }, (_x, n) => expectedOn({ startOn, deadline, milestones }, addDays(startOn, n - 20)));
      expect(days.every((percent, n) => percent >= (days[n - 1] ?? 0) && percent <= 100)).toBe(true);
      expect(courseCorners({ startOn, deadline, milestones }).every((c) => c.day === deadline || expectedOn({ startOn, deadline, milestones }, c.day) >= c.percent)).toBe(true);
    }
  });

  test('is level while the matter stands still and goes on as before where the days were put off', () => {
    const before = course([['2023-04-01', 20], ['2023-07-31', 80]]);
    const after = { startOn: '2023-01-01', deadline: '2024-03-09', milestones: [{ day: '2023-04-01', percent: 20 }, { day: '2023-10-08', percent: 80 }], pauses: [{ from: '2023-05-01', until: '2023-07-09', added: 69 }] };
    const away = Array.from({ length: 70 }, (_x, n) => expectedOn(after, addDays('2023-05-01', n)));
    expect(new Set(away)).toEqual(new Set([expectedOn(before, '2023-05-01')]));
    for (const day of ['2023-02-15', '2023-04-30']) expect(expectedOn(after, day)).toBe(expectedOn(before, day));
    for (const day of ['2023-05-15', '2023-07-31', '2023-11-11', '2023-12-31']) expect(expectedOn(after, addDays(day, 69))).toBe(expectedOn(before, day));
  });

  test('where no days were put off it catches up by the deadline, and stays level while nobody takes the matter up again', () => {
    const away = { ...course([]), pauses: [{ from: '2023-07-02', until: '2023-10-01', added: 0 }] };
    expect(['2023-07-02', '2023-09-30', '2023-11-16', '2023-12-31'].map((day) => expectedOn(away, day))).toEqual([50, 50, 75, 100]);
    const standing = { ...course([]), pauses: [{ from: '2023-07-02', until: null }] };
    expect(expectedOn(standing, '2024-06-01')).toBe(50);
    expect(courseCorners(standing).map(({ percent }) => Math.round(percent))).toEqual([0, 50, 50]);
  });

  test('never falls over 100 random courses with two pauses each', () => {
    const chance = new Chance(41);
    for (let i = 0; i < 100; i += 1) {
      const days = [0, 1, 2, 3].map(() => chance.between(5, 400)).sort((a, b) => a - b).map((n) => addDays('2022-01-01', n));
      const [a = '', b = '', c = '', d = ''] = days;
      const pauses = [[a, b], [c, d]].map(([from = '', until = '']) => ({ from, until, added: chance.happens(0.5) ? daysBetween(from, until) : chance.between(0, 5) }));
      const milestones = Array.from({ length: 3 }, () => ({ day: addDays('2022-01-01', chance.between(1, 600)), percent: chance.between(0, 100) }));
      const way = Array.from({ length: 700 }, (_x, n) => expectedOn({ startOn: '2022-01-01', deadline: '2023-06-30', milestones, pauses }, addDays('2022-01-01', n)));
      expect(way.every((percent, n) => percent >= (way[n - 1] ?? 0) && percent <= 100)).toBe(true);
    }
  });

  test('the first milestone that nobody reached is the one that counts', () => {
    const kept = milestonesIn('[{"day":"2023-03-01","title":"甲","percent":10,"doneOn":"2023-02-01"},{"day":"2023-06-01","title":"乙","percent":20,"doneOn":null},{"day":"2023-05-01","title":"丙","percent":15,"doneOn":null}]');
    expect(firstOpen(kept)).toMatchObject({ day: '2023-05-01', title: '丙' });
    expect([firstOpen([]), milestonesIn(null)]).toEqual([null, []]);
  });
});
