import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { evaluate, LIGHTS, type Light } from '../lights/light.ts';
import { rulesOn, type LightRules, type RulesFor } from '../lights/light-rules.ts';
import { factsOfBranches, lightFactsOf, LIGHT_PARTS, type LitTask } from '../tasks/light-facts.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import { visibleTo } from '../tasks/task-policy.ts';

/** A task whose light would be another one. */
export interface TurnedLight { id: number; number: string | null; title: string; unit: string | null; from: Light; to: Light; rule: string; values: Record<string, string | number> }

export interface LightTrial {
  /** How many tasks have which light now (rows) and would have which one (columns), in the order of LIGHTS. */
  counts: number[][];
  /** The first few of each kind of change. */
  examples: TurnedLight[];
}

const AT_ONCE = 400;
const SHOWN_OF_EACH = 4;

/** What today's lights of the live tasks would be by other rules, from the very facts that they are told from. Nothing is written. */
export function lightTrial(context: Context, actor: Actor, proposed: LightRules): Promise<LightTrial> {
  const key = `light trial ${today(context.clock)} ${actor.role} ${String(actor.unitId)} ${JSON.stringify(proposed)} ${JSON.stringify(context.parameters.valuesOn('lights', today(context.clock)))}`;
  return untilWritten(context.db, key, () => tryLights(context, actor, proposed));
}

async function tryLights(context: Context, actor: Actor, proposed: LightRules): Promise<LightTrial> {
  const now = rulesOn(context.parameters, today(context.clock));
  // What waits for the reviewer keeps the rules of the day on which it was handed in.
  const then: RulesFor = (facts) => (facts.waitingSince === null ? proposed : now(facts));
  const counts = LIGHTS.map(() => LIGHTS.map(() => 0));
  const examples: TurnedLight[] = [];
  for (let last = 0; ;) {
    const tasks = await context.db.task.findMany({ where: { id: { gt: last }, status: { in: [...LIVE_STATUSES] }, AND: [visibleTo(actor)] }, include: { ...LIGHT_PARTS, leadUnit: { select: { shortName: true } } }, orderBy: { id: 'asc' }, take: AT_ONCE });
    for (const task of tasks) {
      const [from, to] = [lightBy(context, task, now), lightBy(context, task, then)];
      const row = counts[LIGHTS.indexOf(from.light)];
      const column = LIGHTS.indexOf(to.light);
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
      if (from.light !== to.light && (row?.[column] ?? 0) <= SHOWN_OF_EACH) examples.push({ id: task.id, number: task.number, title: task.title, unit: task.leadUnit?.shortName ?? null, from: from.light, to: to.light, rule: to.rule, values: to.values });
    }
    last = tasks.at(-1)?.id ?? 0;
    if (tasks.length < AT_ONCE) return { counts, examples };
  }
}

function lightBy({ calendar, clock }: Context, task: LitTask, rulesFor: RulesFor) {
  const facts = lightFactsOf(task, factsOfBranches(task, calendar), rulesFor);
  return facts === null ? { light: 'grey' as const, rule: 'not_live', values: {} } : evaluate(facts, today(clock), rulesFor(facts));
}
