/** What became of a sentence from one version of a document to the next. */
export const CHANGES = ['same', 'moved', 'reworded', 'number', 'dropped', 'new'] as const;
export type Change = (typeof CHANGES)[number];

export interface Difference<Old, New> { change: Change; before: Old | null; after: New | null }

interface Worded { text: string; cite?: string }

const LEAST_LIKENESS = 0.5;
/** No text has as many sentences. */
const LARGEST_PLACE = 1 << 21;
const NUMBERS = /[0-9０-９.．〇○零一二三四五六七八九十百千]+/g;

const bare = (text: string): string => text.replace(/\s+/g, '');

/**
 * Aligns two versions sentence by sentence: the same wherever it stands, reworded, with another number only, dropped, new.
 * In the order of the new version; what was dropped comes last.
 */
export function compareVersions<Old extends Worded, New extends Worded>(before: readonly Old[], after: readonly New[]): Difference<Old, New>[] {
  const equal = matchEqual(before.map((s) => bare(s.text)), after.map((s) => bare(s.text)));
  const inOrder = longestRising(equal, (i) => after[i]?.cite !== undefined && after[i].cite === before[equal[i] ?? -1]?.cite);
  const like = matchAlike(before, after, equal);
  const found = after.map((one, i): Difference<Old, New> => {
    const same = equal[i] ?? -1;
    if (same >= 0) return { change: inOrder.has(i) ? 'same' : 'moved', before: before[same] ?? null, after: one };
    const old = before[like.get(i) ?? -1];
    return old === undefined ? { change: 'new', before: null, after: one } : { change: onlyNumbers(old.text, one.text) ? 'number' : 'reworded', before: old, after: one };
  });
  const kept = new Set([...equal, ...like.values()]);
  return [...found, ...before.filter((_one, i) => !kept.has(i)).map((one): Difference<Old, New> => ({ change: 'dropped', before: one, after: null }))];
}

const onlyNumbers = (a: string, b: string): boolean => bare(a).replace(NUMBERS, '#') === bare(b).replace(NUMBERS, '#');

/** For every new sentence the index of the old one with the very same words, each used once; -1 where there is none. */
function matchEqual(before: readonly string[], after: readonly string[]): number[] {
  const waiting = new Map<string, number[]>();
  before.forEach((text, i) => waiting.set(text, [...(waiting.get(text) ?? []), i]));
  return after.map((text) => waiting.get(text)?.shift() ?? -1);
}

/**
 * The indexes of the longest rising run among the matches: those kept their order, the others were moved. Of several runs the one in which most
 * are cited as before: where a sentence leaves its paragraph, it moved, and not what stands around it.
 */
function longestRising(matches: readonly number[], staysAt: (i: number) => boolean): Set<number> {
  const weights = new Map<number, number>();
  const previous = new Map<number, number>();
  const heavier = (a: number, b: number): number => ((weights.get(a) ?? 0) >= (weights.get(b) ?? 0) ? a : b);
  const ends = new HeaviestBelow(heavier);
  matches.forEach((value, i) => {
    if (value < 0) return;
    const before = ends.below(value);
    previous.set(i, before);
    weights.set(i, (weights.get(before) ?? 0) + matches.length + 1 + (staysAt(i) ? 1 : 0));
    ends.put(value, i);
  });
  const run = new Set<number>();
  for (let at = [...weights.keys()].reduce(heavier, -1); at >= 0; at = previous.get(at) ?? -1) run.add(at);
  return run;
}

/** The heaviest of what was put at places below a given one, each found in as many steps as the place has binary digits. */
class HeaviestBelow {
  private readonly kept = new Map<number, number>();
  private readonly heavier: (a: number, b: number) => number;

  constructor(heavier: (a: number, b: number) => number) {
    this.heavier = heavier;
  }

  put(place: number, one: number): void {
    for (let at = place + 1; at < LARGEST_PLACE; at += at & -at) this.kept.set(at, this.heavier(this.kept.get(at) ?? -1, one));
  }

  below(place: number): number {
    let found = -1;
    for (let at = place; at > 0; at -= at & -at) found = this.heavier(found, this.kept.get(at) ?? -1);
    return found;
  }
}

/** Pairs what is left by the pairs of characters that two sentences share (Dice), the most alike first. */
function matchAlike(before: readonly Worded[], after: readonly Worded[], equal: readonly number[]): Map<number, number> {
  const taken = new Set(equal);
  const grams = before.map((s, i) => (taken.has(i) ? new Set<string>() : pairsOf(s.text)));
  const holders = new Map<string, number[]>();
  grams.forEach((set, i) => { for (const gram of set) holders.set(gram, [...(holders.get(gram) ?? []), i]); });
  const candidates = after.flatMap((one, i) => ((equal[i] ?? -1) >= 0 ? [] : alike(pairsOf(one.text), grams, holders).map(({ old, likeness }) => ({ i, old, likeness }))));
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { i, old } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (pairs.has(i) || used.has(old)) continue;
    pairs.set(i, old);
    used.add(old);
  }
  return pairs;
}

function alike(own: ReadonlySet<string>, grams: readonly ReadonlySet<string>[], holders: ReadonlyMap<string, number[]>): { old: number; likeness: number }[] {
  const shared = new Map<number, number>();
  for (const gram of own) for (const old of holders.get(gram) ?? []) shared.set(old, (shared.get(old) ?? 0) + 1);
  return [...shared].map(([old, count]) => ({ old, likeness: (2 * count) / (own.size + (grams[old]?.size ?? 0)) })).filter((one) => one.likeness >= LEAST_LIKENESS);
}

function pairsOf(text: string): Set<string> {
  const plain = bare(text);
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_none, i) => plain.slice(i, i + 2)));
}
