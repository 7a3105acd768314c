import type { LearnedAssignment, Reference } from './plan-reading.ts';

export interface LearnedEvidence {
  unit: number;
  /** 0 to 1: how much the texts have in common. */
  likeness: number;
  citation: string;
}

const LEAST_LIKENESS = 0.3;
const MOST = 5;
const cache = new WeakMap<readonly LearnedAssignment[], Set<string>[]>();

/** Earlier assignments of texts like this one, most alike first. */
export function learnedEvidence(text: string, reference: Reference): LearnedEvidence[] {
  const { learned, units } = reference;
  if (!learned || learned.length === 0) return [];
  const known = cache.get(learned) ?? learned.map((one) => pairsOf(one.text));
  cache.set(learned, known);
  const own = pairsOf(text);
  const found = learned.map((one, i) => ({ unit: units.findIndex((unit) => unit.code === one.unit), likeness: likeness(own, known[i] ?? new Set()), citation: one.citation }));
  return found.filter((one) => one.unit >= 0 && one.likeness >= LEAST_LIKENESS).sort((a, b) => b.likeness - a.likeness).slice(0, MOST);
}

function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[\s，；、。“”（）]/g, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= plain.length; i += 1) pairs.add(plain.slice(i, i + 2));
  return pairs;
}

/** Dice's coefficient over pairs of characters. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
