import type { ReferenceUnit } from './plan-reading.ts';

export interface DutyTerm {
  text: string;
  /** Indexes of the units whose duty it is. */
  units: number[];
  /** How much one occurrence says: more the longer the word is, less the more units share it. */
  strength: number;
}

interface Branch {
  next: Map<number, Branch>;
  term: DutyTerm | null;
}

/** All duty words of all units in one tree, so that a text is searched once, however many units there are. */
export interface DutyIndex {
  units: readonly ReferenceUnit[];
  /** By the first character's code: looked up for every character of every text. */
  roots: readonly (Branch | undefined)[];
}

const QUOTED = /[“”"‘’]/;
const CODES = 0x10000;
const LENGTH_POWER = 1.25;
const SHARING_POWER = 0.7;
const cache = new WeakMap<readonly ReferenceUnit[], DutyIndex>();

export function dutyIndex(units: readonly ReferenceUnit[]): DutyIndex {
  const known = cache.get(units);
  if (known) return known;
  const root: Branch = { next: new Map(), term: null };
  units.forEach((unit, index) => {
    for (const word of new Set(unit.duties.map(bare))) if (word.length >= 2) plant(root, word, index);
  });
  const roots = new Array<Branch | undefined>(CODES).fill(undefined);
  for (const [code, branch] of root.next) roots[code] = branch;
  const index = { units, roots };
  cache.set(units, index);
  return index;
}

/** Quotation marks differ between documents and say nothing about whose duty it is. */
export function bare(word: string): string {
  return QUOTED.test(word) ? word.replace(/[“”"‘’]/g, '') : word;
}

function plant(root: Branch, word: string, unit: number): void {
  let branch = root;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    let next = branch.next.get(code);
    if (!next) branch.next.set(code, (next = { next: new Map(), term: null }));
    branch = next;
  }
  branch.term ??= { text: word, units: [], strength: 0 };
  branch.term.units.push(unit);
  branch.term.strength = word.length ** LENGTH_POWER / branch.term.units.length ** SHARING_POWER;
}

export interface DutyHit {
  term: DutyTerm;
  at: number;
  /** True when it lies inside a longer term: 消费 in 消费扶贫. */
  inner: boolean;
}

/** Every occurrence of every term, in text order, the longer first where two begin together. */
export function findDuties(index: DutyIndex, text: string): DutyHit[] {
  const hits: DutyHit[] = [];
  let covered = 0;
  for (let at = 0; at < text.length; at += 1) {
    const terms = termsAt(index.roots, text, at);
    if (terms === null) continue;
    for (const term of terms) hits.push({ term, at, inner: at + term.text.length <= covered || term !== terms[0] });
    covered = Math.max(covered, at + (terms[0]?.text.length ?? 0));
  }
  return hits;
}

/** Terms that begin at a place, longest first; null when none does, which is so nearly everywhere. */
function termsAt(roots: DutyIndex['roots'], text: string, at: number): DutyTerm[] | null {
  let branch = roots[text.charCodeAt(at)];
  let found: DutyTerm[] | null = null;
  for (let i = at + 1; branch; i += 1) {
    if (branch.term) (found ??= []).unshift(branch.term);
    branch = branch.next.get(text.charCodeAt(i));
  }
  return found;
}
