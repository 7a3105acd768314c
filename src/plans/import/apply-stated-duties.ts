import { findDeadline } from './find-numbers.ts';
import type { Commitment, PlanReading, Reference, Responsibility, Sentence, Suggestion } from './plan-reading.ts';
import { resolveUnit } from './resolve-unit.ts';

const BESIDE_STATED = 0.5;

/**
 * What the text itself states goes before anything suggested. A remark covers the sentences of its own article that stand
 * between the remark before it and itself; a row of a table covers its own task.
 */
export function applyStatedDuties(commitments: readonly Commitment[], places: readonly Sentence[], stated: readonly Responsibility[], reference: Reference): Commitment[] {
  let next = 0;
  return commitments.map((commitment, i) => {
    while (next < stated.length && (stated[next]?.end ?? 0) <= commitment.start) next += 1;
    const duty = stated[next];
    const place = places[i];
    if (!duty || !place || !covers(duty, commitment, places, i, commitments)) return commitment;
    const named = suggestionsOf(duty, reference);
    const known = new Set(named.map((one) => one.unit));
    if (!named.some((one) => one.role === 'lead') && named.length === 0) return commitment;
    const wasStated = commitment.suggested.some((one) => one.because[0] === duty.raw);
    const rest = commitment.suggested.filter((one) => !known.has(one.unit)).map((one) => ({ ...one, role: 'support' as const, score: wasStated ? one.score : one.score * BESIDE_STATED }));
    return { ...commitment, suggested: [...named, ...rest], deadline: commitment.deadline ?? findDeadline(duty.raw) };
  });
}

/** The reading with the duties that its text states given to the units of today: a name may have been given to one meanwhile. */
export function restateDuties(reading: PlanReading, reference: Reference): PlanReading {
  let at = 0;
  const places = reading.commitments.flatMap(({ start }) => {
    while (at + 1 < reading.sentences.length && (reading.sentences[at + 1]?.start ?? 0) <= start) at += 1;
    return reading.sentences.slice(at, at + 1);
  });
  return { ...reading, commitments: applyStatedDuties(reading.commitments, places, reading.responsibilities, reference) };
}

/** True when the remark follows in the same article before another article begins. */
function covers(duty: Responsibility, commitment: Commitment, places: readonly Sentence[], i: number, commitments: readonly Commitment[]): boolean {
  if (duty.start <= commitment.start && duty.end >= commitment.end) return true;
  const [own, last] = [places[i], places[Math.max(i, lastBefore(commitments, duty.start))]];
  return own !== undefined && last !== undefined && own.article === last.article && own.chapter === last.chapter;
}

/** Index of the last commitment that begins before a place, by halving: they stand in text order. */
function lastBefore(commitments: readonly Commitment[], place: number): number {
  let [low, high] = [0, commitments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((commitments[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function suggestionsOf(duty: Responsibility, reference: Reference): Suggestion[] {
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
