import { dutiesOfCommitments } from './import/apply-stated-duties.ts';
import type { PlanReading, Reference } from './import/plan-reading.ts';
import type { StatedDuty } from './import/stated-units.ts';
import { resolveUnit } from './import/resolve-unit.ts';

/** By the ordinal of the commitment: the duties that name somebody whom nobody knows up to now, as JSON; they are kept until somebody bears the name. */
export function awaitedDuties(reading: PlanReading, reference: Reference): Map<number, string> {
  const awaited = new Map<number, string>();
  dutiesOfCommitments(reading).forEach((duty, ordinal) => {
    if (duty === null || [...duty.lead, ...duty.others].every((name) => resolveUnit(name, reference) !== null)) return;
    const { raw, lead, others, joint } = duty;
    awaited.set(ordinal, JSON.stringify({ raw, lead, others, joint } satisfies StatedDuty));
  });
  return awaited;
}
