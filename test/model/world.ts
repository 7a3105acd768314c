import type { Actor } from '../../src/kernel/actor.ts';
import { turnToParameters } from '../../src/dashboards/turn-to-parameters.ts';
import { today } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/days.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import type { DatabaseKind } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

/** Everybody who tries things in the model: every role, a lead bureau, a supporting one, districts, strangers. */
export const PEOPLE = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'changshaxian-head', 'shizhang', 'shenji', 'admin'] as const;

/** A small city in which random people try random things. */
export interface World {
  context: TestContext;
  cast: Cast;
  chance: Chance;
  sentenceIds: number[];
  person: (login: string) => Actor;
  unit: (code: string) => number;
  day: () => string;
  /** Some day near by, before or after. */
  near: (least: number, most: number) => string;
}

const FEWEST_LIVE = 6;
const HOUR = 3600_000;
/** How often days pass at once: 10,000 steps end within the plan. */
const LEAP = 0.035;

export async function openWorld(kind: DatabaseKind, seed: number): Promise<World> {
  const context = await testContext(kind, { now: '2023-01-03T09:00:00+08:00' });
  const cast = await assembleCast(context);
  const { sentenceIds } = await importPlan(context, cast);
  const chance = new Chance(seed);
  const day = (): string => today(context.clock);
  return { context, cast, chance, sentenceIds, person: cast.person, unit: cast.unit, day, near: (least, most) => addDays(day(), chance.between(least, most)) };
}

/** Time goes on by hours, now and then by days; and there is always something to do. */
export async function goOn(world: World): Promise<void> {
  const { context, chance } = world;
  context.clock.advance(chance.between(1, 3) * HOUR * (chance.happens(LEAP) ? 24 : 0.2));
  await turnToParameters(context); // as before each request
  const live = await context.db.task.count({ where: { status: { in: ['issued', 'underway', 'submitted'] }, parentId: null } });
  if (live < FEWEST_LIVE && world.day() < '2025-06-30') await handOver(world);
}

async function handOver({ context, cast, chance, sentenceIds, day, near }: World): Promise<void> {
  const [lead, support] = chance.pick([['shangwu', 'fagai'], ['fagai', 'shangwu'], ['shangwu', 'yuhua']] as const);
  const deadline = near(60, 400);
  await handOverTask(context, cast, sentenceIds, {
    handedOverOn: day(), startOn: day(), deadline: deadline > '2025-12-31' ? '2025-12-31' : deadline, cycle: chance.pick(['monthly', 'quarterly'] as const),
    leadId: cast.unit(lead), supportIds: [cast.unit(support)], districtIds: chance.happens(0.3) ? [cast.unit('changshaxian')] : [], sentenceIds: [chance.pick(sentenceIds)],
    milestones: chance.happens(0.6) ? [{ row: 1, day: near(10, 50), title: '方案印发', percent: 30 }] : [],
  });
}
