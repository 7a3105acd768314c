import { findDeadline } from './find-numbers.ts';
import type { Commitment, OutlineNode, PlanReading, Reference, Responsibility, Sentence } from './plan-reading.ts';
import { statedUnits } from './stated-units.ts';
import { yearlessDeadline } from './yearless-deadline.ts';

/** A sentence and the nodes around it, outermost first. */
export interface Place {
  sentence: Sentence;
  chain: readonly OutlineNode[];
}

/** What stating duties takes besides the commitments: the sentence of each, all sentences, what is stated, and the year of a document of one year. */
export interface Stated {
  places: readonly Place[];
  sentences: readonly Place[];
  duties: readonly Responsibility[];
  year: number | null;
}

/**
 * What the text itself states goes before anything suggested. A remark covers the sentences of its own article that stand
 * between the remark before it and itself; a row of a table covers its own task; a remark behind a heading all below it that has none.
 */
export function applyStatedDuties(commitments: readonly Commitment[], stated: Stated, reference: Reference): Commitment[] {
  const duties = dutiesOf(commitments, stated);
  return commitments.map((commitment, i) => {
    const duty = duties[i] ?? null;
    return duty === null ? commitment : withDuty(commitment, duty, stated.year, reference);
  });
}

function dutiesOf(commitments: readonly Commitment[], { places, sentences, duties }: Stated): (Responsibility | null)[] {
  const above = dutiesOfHeadings(sentences, duties);
  let next = 0;
  return commitments.map((commitment, i) => {
    while (next < duties.length && (duties[next]?.end ?? 0) <= commitment.start) next += 1;
    const behind = duties[next];
    if (behind && places[i] && covers(behind, commitment, places[i], sentences)) return behind;
    return places[i]?.chain.map((node) => above.get(node)).findLast((one) => one !== undefined) ?? null;
  });
}

function withDuty(commitment: Commitment, duty: Responsibility, year: number | null, reference: Reference): Commitment {
  const deadline = commitment.deadline ?? findDeadline(duty.raw) ?? statedDay(duty.deadline.filter((one) => duty.raw.includes(one)), year);
  return { ...commitment, suggested: statedUnits(commitment.suggested, duty, reference) ?? commitment.suggested, deadline };
}

/** 完成时限：2024年12月 names a last day without saying 底前. */
function statedDay(deadlines: readonly string[], year: number | null): string | null {
  return deadlines.map((one) => findDeadline(`到${one}`) ?? (year === null ? null : yearlessDeadline(one, year))).find((day) => day !== null) ?? null;
}

/** （三）提升制造业竞争力。（市工信局牵头）: who answers for all that stands below a heading with no text of its own. */
function dutiesOfHeadings(sentences: readonly Place[], duties: readonly Responsibility[]): Map<OutlineNode, Responsibility> {
  const spoken = new Set<OutlineNode>();
  for (const { sentence, chain } of sentences) {
    const leaf = chain.at(-1);
    if (leaf?.role === 'heading' && sentence.kind === 'body') spoken.add(leaf);
  }
  const found = new Map<OutlineNode, Responsibility>();
  let next = 0;
  for (const { sentence, chain } of sentences) {
    const leaf = chain.at(-1);
    if (leaf?.role !== 'heading' || spoken.has(leaf)) continue;
    while (next < duties.length && (duties[next]?.start ?? 0) < sentence.start) next += 1;
    const [holder, duty] = [chain.at(-2), duties[next]];
    if (duty && holder && duty.start < sentence.end) found.set(holder, duty);
  }
  return found;
}

/** The reading with the duties that its text states given to the units of today: a name may have been given to one meanwhile. */
export function restateDuties(reading: PlanReading, reference: Reference): PlanReading {
  return { ...reading, commitments: applyStatedDuties(reading.commitments, statedIn(reading), reference) };
}

/** What the text itself states for each commitment of a reading, in their order. */
export const dutiesOfCommitments = (reading: PlanReading): (Responsibility | null)[] => dutiesOf(reading.commitments, statedIn(reading));

function statedIn(reading: PlanReading): Stated {
  const chains = chainsOf(reading.outline);
  const sentences = reading.sentences.map((sentence) => ({ sentence, chain: chains[sentence.node] ?? [] }));
  let at = 0;
  const places = reading.commitments.flatMap(({ start }) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.sentence.start ?? 0) <= start) at += 1;
    return sentences.slice(at, at + 1);
  });
  return { places, sentences, duties: reading.responsibilities, year: yearOf(reading.period) };
}

function chainsOf(nodes: readonly OutlineNode[], above: readonly OutlineNode[] = []): OutlineNode[][] {
  return nodes.flatMap((node) => [[...above, node], ...chainsOf(node.children, [...above, node])]);
}

/** The year of a document that is of one year only. */
export function yearOf(period: PlanReading['period']): number | null {
  return period !== null && period.from === period.to ? period.from : null;
}

/** True when the remark stands in the same article: the row of a table behind it speaks of its own task. */
function covers(duty: Responsibility, commitment: Commitment, own: Place, sentences: readonly Place[]): boolean {
  if (duty.start <= commitment.start && duty.end >= commitment.end) return true;
  const there = sentences[lastBefore(sentences, duty.start)];
  return there !== undefined && articleOf(own) === articleOf(there);
}

/** The article, or what stands for one where nothing is called so. */
function articleOf({ chain }: Place): OutlineNode | undefined {
  return chain.findLast((node) => node.level === 'article' && node.number !== null) ?? chain.findLast((node) => node.number !== null);
}

/** Index of the last sentence that begins before a place or there, by halving: they stand in text order. */
function lastBefore(sentences: readonly Place[], place: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.sentence.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
