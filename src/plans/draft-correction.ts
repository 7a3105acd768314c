import { Refused } from '../kernel/errors.ts';
import type { Commitment, CommitmentKind, PlanReading, Suggestion, TargetNature } from './import/plan-reading.ts';

/** What a person puts right in a reading; a commitment is named by where it starts. */
export type Correction =
  | { act: 'merge' | 'statement'; start: number }
  | { act: 'split'; start: number; at: number }
  | { act: 'kind'; start: number; kind: CommitmentKind }
  | { act: 'nature'; start: number; nature: TargetNature };

const PUNCTUATION = '，、；。：';
/** How many characters before a place tell where it is. */
const BEFORE = 8;

/** The places at which a commitment can be split: behind a comma, a semicolon or a full stop inside it. Offsets into the source. */
export function splitPoints({ text, start }: Pick<Commitment, 'text' | 'start'>): { at: number; before: string }[] {
  return [...text.matchAll(/[，；。]/g)].filter(({ index }) => index > 0 && index < text.length - 1)
    .map(({ index }) => ({ at: start + index + 1, before: text.slice(Math.max(0, index - BEFORE), index + 1) }));
}

/** The reading with one correction; the text itself never changes. @throws Refused where it cannot be done */
export function correctReading(reading: PlanReading, source: string, correction: Correction): PlanReading {
  const index = reading.commitments.findIndex((c) => c.start === correction.start);
  const found = reading.commitments[index];
  if (found === undefined) throw new Refused('plans.correct.error.gone');
  const put = (removed: number, ...instead: Commitment[]): PlanReading => ({ ...reading, commitments: reading.commitments.toSpliced(index, removed, ...instead) });
  switch (correction.act) {
    case 'kind': return put(1, { ...found, kind: correction.kind });
    case 'nature': return put(1, confirmed(found, correction.nature));
    case 'statement': return put(1);
    case 'merge': return put(2, merged(reading, source, found, reading.commitments[index + 1]));
    case 'split': return put(1, ...halves(source, found, correction.at));
  }
}

/** Whether a target binds is a person's word, whatever the table says (约束性, 预期性). */
function confirmed(found: Commitment, nature: TargetNature): Commitment {
  if (found.target === null) throw new Refused('plans.correct.error.no_target');
  return { ...found, target: { ...found.target, nature, confirmed: true } };
}

function merged(reading: PlanReading, source: string, first: Commitment, second: Commitment | undefined): Commitment {
  const nodeOf = (c: Commitment): number | undefined => reading.sentences.find((s) => s.start <= c.start && c.start < s.end)?.node;
  if (second === undefined || nodeOf(first) !== nodeOf(second)) throw new Refused('plans.correct.error.no_neighbour');
  const best = new Map<string, Suggestion>();
  for (const one of [...first.suggested, ...second.suggested]) if ((best.get(one.unit)?.score ?? -1) < one.score) best.set(one.unit, one);
  return {
    ...first, end: second.end, text: source.slice(first.start, second.end), districts: first.districts || second.districts,
    deadline: first.deadline ?? second.deadline, target: first.target ?? second.target, suggested: [...best.values()].sort((a, b) => b.score - a.score),
  };
}

function halves(source: string, whole: Commitment, at: number): [Commitment, Commitment] {
  if (!splitPoints(whole).some((point) => point.at === at)) throw new Refused('plans.correct.error.no_place');
  return [part(source, whole, whole.start, at), part(source, whole, at, whole.end)];
}

/** A part keeps what its own words speak for: target, deadline and units; units for which no word is left stay with both. */
function part(source: string, whole: Commitment, from: number, to: number): Commitment {
  let end = to;
  while (end > from && PUNCTUATION.includes(source[end - 1] ?? ' ')) end -= 1;
  const text = source.slice(from, end);
  const spoken = whole.suggested.filter(({ because }) => because.some((word) => text.includes(word)));
  const hasTarget = whole.target !== null && text.includes(String(whole.target.value));
  return { ...whole, start: from, end, text, target: hasTarget ? whole.target : null, suggested: spoken.length > 0 ? spoken : whole.suggested };
}
