import { clauseVerb, isOrientation, isPurpose } from './clause-verb.ts';
import { bare, dutyIndex, findDuties, type DutyIndex } from './duty-index.ts';
import { namesProgramme } from './names-programme.ts';
import type { ReferenceUnit } from './plan-reading.ts';
import { splitClauses, type Clause } from './split-clauses.ts';

/** Evidence that a unit is concerned: how much, and which words say so. */
export interface Evidence {
  weight: number;
  words: Map<string, number>;
}

export type Weights = Map<number, Evidence>;

const IN_MAIN_CLAUSE = 1;
const IN_PROGRAMME_NAME = 1.8;
const IN_LATER_CLAUSE = 0.45;
const IN_PURPOSE = 0.3;
const IN_ORIENTATION = 0.35;
const INNER = 0.45;
const MANNER = 0.4;
const LONGEST_MANNER = 3;

/** Duty words in a text, each weighed by its length, by how few units share it, and by the clause it stands in. */
export function weighText(text: string, units: readonly ReferenceUnit[]): Weights {
  const index = dutyIndex(units);
  const weights: Weights = new Map();
  const clauses = splitClauses(text);
  const main = clauses.findIndex((clause) => !isOrientation(clause.text) && clauseVerb(clause.text) !== null);
  clauses.forEach((clause, i) => {
    weighClause(weights, index, clause.text, placeFactor(clause, i, Math.max(0, main)));
  });
  return weights;
}

/** Headings and the like: every word counts the same. */
export function weighPlain(text: string, units: readonly ReferenceUnit[]): Weights {
  const weights: Weights = new Map();
  weighClause(weights, dutyIndex(units), text, 1);
  return weights;
}

/** The evidence of headings, each weighed once. */
export class TitleWeights {
  private readonly known = new Map<string, Weights>();
  private readonly units: readonly ReferenceUnit[];

  constructor(units: readonly ReferenceUnit[]) {
    this.units = units;
  }

  of(title: string): Weights {
    const weights = this.known.get(title) ?? weighPlain(title, this.units);
    this.known.set(title, weights);
    return weights;
  }
}

/** 农业规模化、标准化、品牌化: among such words 标准化 says how farming changes, not that standards are the matter. */
function saysHow(text: string, at: number, word: string): boolean {
  const end = at + word.length;
  const manner = word.length <= LONGEST_MANNER && (word.endsWith('化') || text[end] === '化');
  const [before, after] = [text.slice(at - 2, at), text.slice(word.endsWith('化') ? end : end + 1)];
  return manner && at > 1 && (before === '化、' || /^[、和][^、和，]{2,4}化/.test(after));
}

function placeFactor(clause: Clause, i: number, main: number): number {
  if (i === main) return namesProgramme(clause.text) ? IN_PROGRAMME_NAME : IN_MAIN_CLAUSE;
  if (i < main) return IN_ORIENTATION;
  return isPurpose(clause.text) ? IN_PURPOSE : IN_LATER_CLAUSE;
}

function weighClause(weights: Weights, index: DutyIndex, clause: string, factor: number): void {
  const ends = new Map<number, number>();
  const text = bare(clause);
  for (const { term, at, inner } of findDuties(index, text)) {
    const weight = factor * (inner ? INNER : 1) * (saysHow(text, at, term.text) ? MANNER : 1) * term.strength;
    for (const unit of term.units) {
      if (at < (ends.get(unit) ?? 0)) continue;
      ends.set(unit, at + term.text.length);
      addEvidence(weights, unit, weight, term.text);
    }
  }
}

export function addEvidence(weights: Weights, unit: number, weight: number, word: string): void {
  const entry = weights.get(unit);
  if (entry) {
    entry.weight += weight;
    entry.words.set(word, (entry.words.get(word) ?? 0) + weight);
  } else weights.set(unit, { weight, words: new Map([[word, weight]]) });
}

export function heaviestOf(weights: Weights): number {
  let heaviest = 0;
  weights.forEach(({ weight }) => { heaviest = Math.max(heaviest, weight); });
  return heaviest;
}

/** Adds `from` to `into`, scaled so that its heaviest unit weighs `size`. */
export function mixIn(into: Weights, from: Weights, size: number): void {
  const heaviest = heaviestOf(from);
  if (heaviest === 0) return;
  const scale = size / heaviest;
  from.forEach(({ words }, unit) => { words.forEach((share, word) => { addEvidence(into, unit, share * scale, word); }); });
}
