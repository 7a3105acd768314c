import { Conflict, Forbidden, NotFound, Refused } from '../../src/kernel/errors.ts';
import { databases } from '../support/fresh-db.ts';
import { INVARIANTS } from './invariants.ts';
import { isOpen, type Life, type Thing } from './lives.ts';
import { coordinationLife, filingLife, findingLife, inspect, instructionLife, problemLife, slipLife } from './other-lives.ts';
import { explanationLife, milestoneLife, wholeExtensionLife } from './deadline-lives.ts';
import { circularLife, entryLife, parameterLife, ruleSetLife } from './rule-lives.ts';
import { branchLife, endingLife, joinUnit, overrideLife, taskLife } from './task-lives.ts';
import { goOn, openWorld, PEOPLE, type World } from './world.ts';

/** `MODEL_STEPS=10000 npm test -- test/model` for the full length, another walk by MODEL_SEED; a shorter walk in every run. */
const STEPS = Number(process.env['MODEL_STEPS'] ?? 200);
const SEED = Number(process.env['MODEL_SEED'] ?? 20230103);
const LIVES = [taskLife, branchLife, filingLife, filingLife, endingLife, overrideLife, wholeExtensionLife, milestoneLife, explanationLife, coordinationLife, problemLife, instructionLife, slipLife, findingLife, parameterLife, ruleSetLife, circularLife, entryLife] as unknown as Life[];
/** How often somebody is sent to an act that the table lets them try: pure chance would rarely get anywhere. */
const SHARE_LAWFUL = 0.55;

type Outcome = 'done' | 'refused';

async function outcomeOf(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    await run();
    return 'done';
  } catch (error) {
    if (error instanceof Refused || error instanceof Forbidden || error instanceof Conflict || error instanceof NotFound) return 'refused';
    throw error;
  }
}

interface Try { life: Life; act: string; login: string; thing: Thing; open: boolean }

/** Somebody, something and an act of its table; where one table has nothing to try now, another is taken up. */
async function chooseTry(world: World, left = 20): Promise<Try | null> {
  const { chance, person } = world;
  const life = chance.pick(LIVES);
  const things = await life.things(world);
  const lawful = chance.happens(SHARE_LAWFUL);
  for (let i = 0; i < 40 && things.length > 0; i += 1) {
    const one = { life, act: chance.pick(Object.keys(life.acts)), login: chance.pick(PEOPLE), thing: chance.pick(things) };
    const open = isOpen(life, one.act, person(one.login), one.thing);
    if (open === lawful) return { ...one, open };
  }
  return left === 0 ? null : chooseTry(world, left - 1);
}

/** What differs from what the table says; empty where nothing does. */
async function takeStep(world: World, count: Record<string, number>): Promise<string[]> {
  const tried = await chooseTry(world);
  if (tried === null) return [];
  const { life, act, login, thing, open } = tried;
  const events = await world.context.db.auditEvent.count();
  const outcome = await outcomeOf(() => life.acts[act]?.(world, world.person(login), thing) ?? Promise.resolve());
  const written = (await world.context.db.auditEvent.count()) - events;
  const name = `${life.name}.${act} by ${login} at ${thing.statuses.join('+')}`;
  count[`${open ? 'open' : 'closed'} ${outcome}`] = (count[`${open ? 'open' : 'closed'} ${outcome}`] ?? 0) + 1;
  if (outcome === 'refused') return written === 0 ? [] : [`${name}: refused, and ${String(written)} events written`];
  if (!open) return [`${name}: done, which the table forbids`];
  const to = life.table[act]?.to ?? null;
  const now = thing.id === 0 || to === null ? [] : await life.statusesOf(world, thing.id);
  return [...(written > 0 ? [] : [`${name}: done, and nothing in the log`]), ...(to === null || thing.id === 0 || now.includes(to) ? [] : [`${name}: ${now.join('+')} instead of ${to}`])];
}

describe.each(databases)('random people doing random things on %s', (kind) => {
  let world: World;
  beforeAll(async () => { world = await openWorld(kind, SEED); });
  afterAll(() => world.context.done());

  test(`do only what the tables allow, in ${String(STEPS)} steps`, async () => {
    const wrong: string[] = [];
    const count: Record<string, number> = {};
    for (let step = 0; step < STEPS; step += 1) {
      await goOn(world);
      if (world.chance.happens(0.04)) await outcomeOf(() => inspect(world, world.person(world.chance.pick(['duchayuan', 'duchashi', 'shizhang', 'shangwu-head']))));
      if (world.chance.happens(0.02)) await outcomeOf(() => joinUnit(world, world.person(world.chance.pick(['duchashi', 'fagai-head']))));
      const found = await takeStep(world, count);
      if (process.env['MODEL_STEPS'] !== undefined && found.length > 0) process.stdout.write(`${kind}, step ${String(step)}, ${world.day()}: ${found.join('; ')}\n`);
      wrong.push(...found);
    }
    if (process.env['MODEL_STEPS'] !== undefined) process.stdout.write(`${kind}: ${JSON.stringify(count)}, until ${world.day()}\n`);
    expect(wrong).toEqual([]);
    expect(count['open done'] ?? 0).toBeGreaterThan(STEPS / 8); // it got somewhere
  }, 3_600_000);

  test.each(Object.keys(INVARIANTS))('%s', async (name) => {
    expect(await INVARIANTS[name]?.(world)).toEqual([]);
  });
});
