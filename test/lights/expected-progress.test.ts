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

  test('the first milestone that nobody reached is the one that counts', () => {
    const kept = milestonesIn('[{"day":"2023-03-01","title":"甲","percent":10,"doneOn":"2023-02-01"},{"day":"2023-06-01","title":"乙","percent":20,"doneOn":null},{"day":"2023-05-01","title":"丙","percent":15,"doneOn":null}]');
    expect(firstOpen(kept)).toMatchObject({ day: '2023-05-01', title: '丙' });
    expect([firstOpen([]), milestonesIn(null)]).toEqual([null, []]);
  });
});
