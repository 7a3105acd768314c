import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { evaluate, type Verdict } from '../lights/light.ts';
import { rulesOn } from '../lights/light-rules.ts';
import { factsOfBranches, lightFactsOf, type LitTask } from './light-facts.ts';
import { loadForSettling } from './settle-task.ts';

/** The light of a task today by the rules in force, with the rule that gives it, from its facts; null where it has no lead. */
export function verdictOn({ calendar, clock, parameters }: Pick<Context, 'calendar' | 'clock' | 'parameters'>, task: LitTask): Verdict | null {
  const day = today(clock);
  const rulesFor = rulesOn(parameters, day);
  const facts = lightFactsOf(task, factsOfBranches(task, calendar), rulesFor);
  return facts === null ? null : evaluate(facts, day, rulesFor(facts));
}

export const verdictOf = async (tx: Tx, context: Context, taskId: number): Promise<Verdict | null> => verdictOn(context, await loadForSettling(tx, taskId));
