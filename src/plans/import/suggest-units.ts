import { learnedEvidence } from './learned-assignments.ts';
import type { Reference, ReferenceUnit, Suggestion, UnitRole } from './plan-reading.ts';
import { addEvidence, heaviestOf, type Weights } from './weigh-duties.ts';

const MOST = 8;
const LEAST_SHARE = 0.12;
const RESPONSIBLE_SHARE = 0.5;
const TITLE_SIZE = 1.6;
const CHAPTER_SIZE = 0.5;
const ARTICLE_SIZE = 1.2;
const LEARNED_SIZE = 14;
const REASONS = 4;
const LITTLE = 0.4;
const FULL = 3;

/** Guidelines L1: a bureau leads; parks, companies, associations and districts join in. */
const KIND_FACTOR: Record<string, number> = { government: 1, party: 1, congress: 0.8, judicial: 0.7, mass: 0.28, district: 0.2, platform: 0.3, soe: 0.3, other: 0.25 };

export interface Surroundings {
  title: Weights;
  chapter: Weights;
  /** Evidence of the whole article, for sentences that say too little themselves. */
  article: Weights;
}

/** Units for one commitment, best first, with the words that caused it. `own`: the evidence of its text. */
export function suggestUnits(text: string, own: Weights, around: Surroundings, reference: Reference): Suggestion[] {
  const need = spread(own);
  const learned: Weights = new Map();
  for (const { unit, likeness, citation } of learnedEvidence(text, reference)) addEvidence(learned, unit, likeness * LEARNED_SIZE, citation);
  return rank([
    { weights: own, scale: 1 }, { weights: learned, scale: 1 },
    scaled(around.title, TITLE_SIZE * need), scaled(around.chapter, CHAPTER_SIZE * need), scaled(around.article, ARTICLE_SIZE * need),
  ], reference.units);
}

/** Evidence, and how much it counts. */
interface Source {
  weights: Weights;
  scale: number;
}

function scaled(weights: Weights, size: number): Source {
  const heaviest = heaviestOf(weights);
  return { weights, scale: heaviest === 0 ? 0 : size / heaviest };
}

/**
 * How much the surroundings must help: little when one unit has most of the evidence (an article's lead is not handed
 * down, L2), much when the text says nothing definite or names everybody's field (L5).
 */
function spread(weights: Weights): number {
  let total = 0;
  let most = 0;
  for (const { weight } of weights.values()) {
    total += weight;
    most = Math.max(most, weight);
  }
  return total === 0 ? FULL : LITTLE + (FULL - LITTLE) * (1 - most / total) ** 2;
}

function rank(sources: readonly Source[], units: readonly ReferenceUnit[]): Suggestion[] {
  if (sources.every(({ weights, scale }) => scale === 0 || weights.size === 0)) return [];
  const totals = new Float64Array(units.length);
  for (const { weights, scale } of sources) if (scale > 0) weights.forEach(({ weight }, unit) => { totals[unit] = (totals[unit] ?? 0) + weight * scale; });
  const factors = factorsOf(units);
  let best = 0;
  for (let i = 0; i < totals.length; i += 1) best = Math.max(best, (totals[i] = (totals[i] ?? 0) * (factors[i] ?? 0)));
  const found: number[] = [];
  for (let i = 0; i < totals.length; i += 1) if (isWorthNaming(totals[i] ?? 0, best)) found.push(i);
  return found.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0)).slice(0, MOST).map((index, i) => {
    const weight = totals[index] ?? 0;
    return { unit: units[index]?.code ?? '', role: roleOf(i, weight / best), score: Math.round((weight / (best + 2)) * 100) / 100, because: strongest(sources, index) };
  });
}

const isWorthNaming = (weight: number, best: number): boolean => weight > 0 && weight >= best * LEAST_SHARE;

const knownFactors = new WeakMap<readonly ReferenceUnit[], Float64Array>();

function factorsOf(units: readonly ReferenceUnit[]): Float64Array {
  const factors = knownFactors.get(units) ?? Float64Array.from(units, factorOf);
  knownFactors.set(units, factors);
  return factors;
}

function factorOf(unit: ReferenceUnit): number {
  return unit.mayLead === true ? 1 : (KIND_FACTOR[unit.kind] ?? 0.5);
}

function roleOf(i: number, share: number): UnitRole {
  if (i === 0) return 'lead';
  return share >= RESPONSIBLE_SHARE ? 'responsible' : 'support';
}

function strongest(sources: readonly Source[], unit: number): string[] {
  const shares = new Map<string, number>();
  for (const { weights, scale } of sources) weights.get(unit)?.words.forEach((share, word) => { shares.set(word, (shares.get(word) ?? 0) + share * scale); });
  return [...shares].sort((a, b) => b[1] - a[1]).slice(0, REASONS).map(([word]) => word);
}
