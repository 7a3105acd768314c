import type { Reference, Responsibility, Suggestion } from './plan-reading.ts';
import { resolveUnit } from './resolve-unit.ts';

const BESIDE_STATED = 0.5;

/** A duty as far as it says who is meant. */
export type StatedDuty = Pick<Responsibility, 'raw' | 'lead' | 'others' | 'joint'>;

/** The units that a duty names, as they are called today, before those that were only suggested; null where it names nobody that there is. */
export function statedUnits(suggested: readonly Suggestion[], duty: StatedDuty, reference: Reference): Suggestion[] | null {
  const named = suggestionsOf(duty, reference);
  if (named.length === 0) return null;
  const known = new Set(named.map((one) => one.unit));
  const wasStated = suggested.some((one) => one.because[0] === duty.raw);
  const rest = suggested.filter((one) => !known.has(one.unit)).map((one) => ({ ...one, role: 'support' as const, score: wasStated ? one.score : one.score * BESIDE_STATED }));
  return [...named, ...rest];
}

function suggestionsOf(duty: StatedDuty, reference: Reference): Suggestion[] {
  const leads = duty.lead.length > 0 ? duty.lead : duty.others.slice(0, 1);
  const others = duty.lead.length > 0 ? duty.others : duty.others.slice(1);
  const named = [...leads.map((name, i) => ({ name, role: i === 0 ? ('lead' as const) : ('responsible' as const), score: i === 0 ? 1 : 0.98 })), ...others.map((name) => ({ name, role: duty.joint ? ('responsible' as const) : ('support' as const), score: 0.95 }))];
  const found = new Map<string, Suggestion>();
  for (const { name, role, score } of named) {
    const unit = resolveUnit(name, reference);
    if (unit !== null && !found.has(unit)) found.set(unit, { unit, role, score, because: [duty.raw] }); // two names of one unit
  }
  return [...found.values()];
}
