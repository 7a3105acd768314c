import type { PlanReading, Problem, Reference, Responsibility } from './import/plan-reading.ts';
import { problem } from './import/problems.ts';
import { resolveUnit } from './import/resolve-unit.ts';

/** The names that a document gives to units and that nobody bears, where each is said first; none is dropped. */
export function unknownNames(responsibilities: readonly Responsibility[], reference: Reference): { name: string; start: number }[] {
  const first = new Map<string, number>();
  for (const { lead, others, start } of responsibilities) for (const name of [...lead, ...others]) if (!first.has(name)) first.set(name, start);
  return [...first].filter(([name]) => resolveUnit(name, reference) === null).map(([name, start]) => ({ name, start }));
}

/** What a person should know of a reading as things are today: names that were given to a unit meanwhile are no problem any more. */
export function problemsToday(reading: Pick<PlanReading, 'problems' | 'responsibilities'>, text: string, reference: Reference): Problem[] {
  const unknown = unknownNames(reading.responsibilities, reference)
    .map(({ name, start }) => problem('warning', 'unknown_unit', { name }, { at: start, line: text.slice(0, start).split('\n').length }));
  return [...reading.problems.filter((one) => one.code !== 'unknown_unit'), ...unknown];
}
