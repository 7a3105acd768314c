import { earliest } from '../kernel/days.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { Day } from '../kernel/clock.ts';
import type { LightFacts } from '../lights/light.ts';
import type { RulesFor } from '../lights/light-rules.ts';
import { turningDays } from '../lights/turning-days.ts';
import { branchFacts, reportOf, type Branch, type TaskFrame } from './branch-facts.ts';

/** What of a task's branches its light is evaluated from. */
export const LIGHT_PARTS = {
  assignments: {
    include: {
      unit: { select: { shortName: true, kind: true } },
      filings: { select: { period: true, status: true, dueOn: true, progress: true, sentAt: true } },
    },
  },
} as const;

interface LitBranch { id: number; role: string; unit: { shortName: string } }

/** As a task is read for its light: its row with LIGHT_PARTS. */
export interface LitTask { id: number; status: string; cycle: string; startOn: Day; deadline: Day; closedOn: Day | null; submittedAt: Date | null; pauses: string | null; course: string | null; assignments: LitBranch[] }

export const frameOf = (task: Omit<LitTask, 'assignments'>): TaskFrame => task as unknown as TaskFrame;

/** The facts of each branch, by its id. */
export const factsOfBranches = (task: LitTask, calendar: Calendar): Map<number, LightFacts> => new Map(task.assignments.map((a) => {
  const branch = a as unknown as Branch;
  return [a.id, branchFacts(frameOf(task), branch, reportOf(frameOf(task), branch, calendar))];
}));

/** A task's own deadline rules, with the lead's reports; a red responsible branch makes it yellow, a late support branch does not (R17). */
export function factsOfTask(task: { deadline: Day; assignments: LitBranch[] }, branches: Map<number, LightFacts>, lead: LightFacts, rulesFor: RulesFor): LightFacts {
  const reds = task.assignments.filter((a) => a.role === 'responsible').map((a) => {
    const facts = branches.get(a.id) ?? lead;
    return { unit: a.unit.shortName, day: turningDays(facts, rulesFor(facts)).redFrom };
  });
  const first = earliest(...reds.map((r) => r.day));
  const unit = reds.find((r) => r.day !== null && r.day === first)?.unit;
  return { ...lead, deadline: task.deadline, branchRedFrom: first === null || unit === undefined ? null : { day: first, unit } };
}

/** The facts of the whole; null where it has no lead. */
export function lightFactsOf(task: LitTask, branches: Map<number, LightFacts>, rulesFor: RulesFor): LightFacts | null {
  const lead = branches.get(task.assignments.find((a) => a.role === 'lead')?.id ?? -1);
  return lead === undefined ? null : factsOfTask(task, branches, lead, rulesFor);
}
