import type { Commitment, PlanReading } from '../plan-reading.ts';
import { balanced, count, share, type Figure } from './figures.ts';

/** An answer made by hand; offsets refer to the whole file. */
export interface WantedCommitment {
  article: number;
  docStart: number;
  docEnd: number;
  kind: string;
  lead: string;
  acceptableLeads: string[];
  deadline: string | null;
  target: { value: number; unit: string; implied?: boolean } | null;
}

interface Pair {
  found: Commitment;
  wanted: WantedCommitment;
  overlap: number;
}

const LEAST_OVERLAP = 0.8;

/** Commitments of the annotated articles: where they begin and end, whose they are, of what kind, until when. */
export function scoreCommitments(reading: PlanReading, wanted: readonly WantedCommitment[]): Figure[] {
  const annotated = new Set(wanted.map((one) => one.article));
  const found = reading.commitments.filter((one) => one.article !== null && annotated.has(one.article));
  const pairs = pairUp(found, wanted);
  const exact = pairs.filter((pair) => pair.overlap === 1).length;
  const dated = wanted.filter((one) => one.deadline !== null);
  const numbered = wanted.filter((one) => one.target !== null && one.target.implied !== true);
  const of = (one: WantedCommitment): Commitment | undefined => pairs.find((pair) => pair.wanted === one)?.found;
  return [
    balanced('commitments at overlap 0.8', pairs.length, found.length, wanted.length),
    balanced('commitments exact', exact, found.length, wanted.length),
    share('kind', pairs.filter((pair) => pair.found.kind === pair.wanted.kind).length, pairs.length),
    share('lead acceptable at rank 1', pairs.filter((pair) => acceptable(pair, 1)).length, pairs.length),
    share('lead acceptable within 3', pairs.filter((pair) => acceptable(pair, 3)).length, pairs.length),
    share('stated deadlines', dated.filter((one) => of(one)?.deadline === one.deadline).length, dated.length),
    count('deadlines invented', pairs.filter((pair) => pair.found.deadline !== null && pair.wanted.deadline === null).length),
    share('numeric targets', numbered.filter((one) => sameTarget(of(one), one)).length, numbered.length),
  ];
}

function pairUp(found: readonly Commitment[], wanted: readonly WantedCommitment[]): Pair[] {
  const all = found.flatMap((one) => wanted.map((other) => ({ found: one, wanted: other, overlap: overlapOf(one, other) }))).filter((pair) => pair.overlap >= LEAST_OVERLAP);
  const taken = new Set<Commitment | WantedCommitment>();
  return all.sort((a, b) => b.overlap - a.overlap).filter((pair) => {
    if (taken.has(pair.found) || taken.has(pair.wanted)) return false;
    taken.add(pair.found).add(pair.wanted);
    return true;
  });
}

function overlapOf(found: Commitment, wanted: WantedCommitment): number {
  const shared = Math.min(found.end, wanted.docEnd) - Math.max(found.start, wanted.docStart);
  return shared <= 0 ? 0 : shared / (Math.max(found.end, wanted.docEnd) - Math.min(found.start, wanted.docStart));
}

function acceptable({ found, wanted }: Pair, ranks: number): boolean {
  const leads = found.suggested.filter((one) => one.role === 'lead').map((one) => one.unit);
  const ranked = found.suggested.toSorted((a, b) => b.score - a.score).map((one) => one.unit);
  const best = ranks === 1 ? leads.slice(0, 1) : [...new Set([...leads, ...ranked])].slice(0, ranks);
  return best.some((unit) => wanted.acceptableLeads.includes(unit));
}

function sameTarget(found: Commitment | undefined, wanted: WantedCommitment): boolean {
  return found?.target?.value === wanted.target?.value && found?.target?.unit === wanted.target?.unit;
}
