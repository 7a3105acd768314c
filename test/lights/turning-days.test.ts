import { addDays } from '../../src/kernel/days.ts';
import { evaluate, type LightFacts } from '../../src/lights/light.ts';
import { lightOn, turningDays } from '../../src/lights/turning-days.ts';
import { LIGHT_RULES } from '../../src/lights/light-rules.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';

function randomFacts(chance: Chance): LightFacts {
  const startOn = addDays('2022-01-01', chance.between(0, 500));
  const deadline = addDays(startOn, chance.between(1, 900));
  const nextDueOn = chance.happens(0.7) ? addDays(startOn, chance.between(5, 400)) : null;
  const maybe = (days: number): string | null => (chance.happens(0.2) ? addDays(startOn, chance.between(0, days)) : null);
  return {
    live: true, closedOn: null, waitingSince: maybe(700), started: chance.happens(0.8), startOn, deadline, progress: chance.between(0, 100), delivered: chance.happens(0.2),
    expected: [{ from: '0000-01-01', on: startOn, percent: chance.between(0, 60) }, ...(nextDueOn === null ? [] : [{ from: addDays(nextDueOn, 1), on: nextDueOn, percent: chance.between(60, 100) }])],
    nextDueOn, gaps: nextDueOn === null ? [] : [31, 62, 92].map((later) => ({ first: nextDueOn, last: addDays(nextDueOn, later) })), milestone: chance.happens(0.4) ? { day: addDays(startOn, chance.between(1, 900)), title: '主体封顶' } : null,
    target: chance.happens(0.2) ? { day: addDays(startOn, chance.between(1, 900)), title: '年度建成50个' } : null, branchRedFrom: chance.happens(0.2) ? { day: addDays(startOn, chance.between(0, 500)), unit: '市财政局' } : null,
  };
}

test('the stored turning days give the same light as the rules, those of DOMAIN and others, on every day of 300 random tasks', () => {
  const chance = new Chance(7);
  for (let i = 0; i < 300; i += 1) {
    const facts = randomFacts(chance);
    const rules = i % 2 === 0 ? LIGHT_RULES : { pointsRed: chance.between(15, 50), pointsYellow: chance.between(5, 14), daysLeftYellow: chance.between(3, 30), startMissedMonths: chance.between(1, 6), reportsMissedRed: chance.between(2, 4) };
    const row = { status: facts.started ? 'underway' : 'issued', startOn: facts.startOn, ...turningDays(facts, rules) };
    for (let day = addDays(facts.startOn, -60); day < addDays(facts.deadline, 60); day = addDays(day, 1)) {
      if (lightOn(row, day) !== evaluate(facts, day, rules).light) throw new Error(`${day}: ${lightOn(row, day)} but ${JSON.stringify(evaluate(facts, day, rules))} from ${JSON.stringify(facts)}`);
    }
  }
});
