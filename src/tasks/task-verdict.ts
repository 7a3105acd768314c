import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { evaluate, type LightFacts, type Verdict } from '../lights/light.ts';
import { branchFacts, reportOf, type Branch } from './branch-facts.ts';
import { factsOfTask, frameOf, loadForSettling } from './settle-task.ts';

/** The light of a task today with the rule that gives it, from its facts; null where it has no lead. */
export async function verdictOf(tx: Tx, context: Context, taskId: number): Promise<Verdict | null> {
  const task = await loadForSettling(tx, taskId);
  const facts = new Map(task.assignments.map((a): [number, LightFacts] => {
    const branch = a as unknown as Branch;
    return [a.id, branchFacts(frameOf(task), branch, reportOf(frameOf(task), branch, context.calendar))];
  }));
  const lead = facts.get(task.assignments.find((a) => a.role === 'lead')?.id ?? -1);
  return lead === undefined ? null : evaluate(factsOfTask(task, facts, lead), today(context.clock));
}
