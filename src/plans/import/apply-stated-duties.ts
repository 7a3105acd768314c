import { findDeadline } from './find-numbers.ts';
import type { Commitment, OutlineNode, PlanReading, Reference, Responsibility, Sentence, Suggestion } from './plan-reading.ts';
import { resolveUnit } from './resolve-unit.ts';
import { yearlessDeadline } from './yearless-deadline.ts';

const BESIDE_STATED = 0.5;

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
export function applyStatedDuties(commitments: readonly Commitment[], { places, sentences, duties, year }: Stated, reference: Reference): Commitment[] {
  const above = dutiesOfHeadings(sentences, duties);
  let next = 0;
  return commitments.map((commitment, i) => {
    while (next < duties.length && (duties[next]?.end ?? 0) <= commitment.start) next += 1;
    const place = places[i];
    const behind = duties[next];
    const duty = behind && place && covers(behind, commitment, places, i, commitments) ? behind : place?.chain.map((node) => above.get(node)).findLast((one) => one !== undefined);
    return duty ? withDuty(commitment, duty, year, reference) : commitment;
  });
}

function withDuty(commitment: Commitment, duty: Responsibility, year: number | null, reference: Reference): Commitment {
  const deadline = commitment.deadline ?? findDeadline(duty.raw) ?? statedDay(duty.deadline.filter((one) => duty.raw.includes(one)), year);
  const named = suggestionsOf(duty, reference);
  if (named.length === 0) return { ...commitment, deadline };
  const known = new Set(named.map((one) => one.unit));
  const wasStated = commitment.suggested.some((one) => one.because[0] === duty.raw);
  const rest = commitment.suggested.filter((one) => !known.has(one.unit)).map((one) => ({ ...one, role: 'support' as const, score: wasStated ? one.score : one.score * BESIDE_STATED }));
  return { ...commitment, suggested: [...named, ...rest], deadline };
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
  const chains = chainsOf(reading.outline);
  const sentences = reading.sentences.map((sentence) => ({ sentence, chain: chains[sentence.node] ?? [] }));
  let at = 0;
  const places = reading.commitments.flatMap(({ start }) => {
    while (at + 1 < sentences.length && (sentences[at + 1]?.sentence.start ?? 0) <= start) at += 1;
    return sentences.slice(at, at + 1);
  });
  return { ...reading, commitments: applyStatedDuties(reading.commitments, { places, sentences, duties: reading.responsibilities, year: yearOf(reading.period) }, reference) };
}

function chainsOf(nodes: readonly OutlineNode[], above: readonly OutlineNode[] = []): OutlineNode[][] {
  return nodes.flatMap((node) => [[...above, node], ...chainsOf(node.children, [...above, node])]);
}

/** The year of a document that is of one year only. */
export function yearOf(period: PlanReading['period']): number | null {
  return period !== null && period.from === period.to ? period.from : null;
}

/** True when the remark follows in the same article before another article begins. */
function covers(duty: Responsibility, commitment: Commitment, places: readonly Place[], i: number, commitments: readonly Commitment[]): boolean {
  if (duty.start <= commitment.start && duty.end >= commitment.end) return true;
  const [own, last] = [places[i], places[Math.max(i, lastBefore(commitments, duty.start))]];
  return own !== undefined && last !== undefined && articleOf(own) === articleOf(last);
}

/** The article, or what stands for one where nothing is called so. */
function articleOf({ chain }: Place): OutlineNode | undefined {
  return chain.findLast((node) => node.level === 'article' && node.number !== null) ?? chain.findLast((node) => node.number !== null);
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
