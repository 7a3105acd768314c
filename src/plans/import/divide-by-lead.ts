import { clauseVerb, isPurpose } from './clause-verb.ts';
import type { Span } from './cut-spans.ts';
import { someClauseNamesProgramme } from './names-programme.ts';
import type { ReferenceUnit } from './plan-reading.ts';
import { splitClauses } from './split-clauses.ts';
import { weighText, type Weights } from './weigh-duties.ts';

const MOST_CLAUSES = 16;
const LEAST_WEIGHT = 4;
const MOST_COMMON = 0.12;
const SHORTEST = 10;
const LONGEST_SENTENCE = 600;

/**
 * Guidelines S2(c): two clauses with verbs and objects of their own are two commitments when every reader would give
 * them to different bureaus, that is, when both sides name a field clearly and neither names the other's at all.
 */
export function divideByLead(sentence: string, span: Span, units: readonly ReferenceUnit[]): Span[] {
  const text = sentence.slice(span.from, span.to);
  if (span.number !== null || someClauseNamesProgramme(text)) return [span];
  const clauses = splitClauses(text);
  if (clauses.length > MOST_CLAUSES || text.length > LONGEST_SENTENCE) return [span];
  const cut = clauses.slice(1).find((clause) => clause.before === '，' && clause.from > SHORTEST && text.length - clause.from >= SHORTEST && mayBegin(clause.text) && acts(text.slice(0, clause.from - 1)) && differ(text.slice(0, clause.from - 1), text.slice(clause.from), units));
  if (!cut) return [span];
  return [{ ...span, to: span.from + cut.from - 1 }, { ...span, from: span.from + cut.from, deadline: null }];
}

/** 按照……要求 in front of a clause is no commitment of its own. */
function acts(left: string): boolean {
  return splitClauses(left).some((clause) => clauseVerb(clause.text) !== null);
}

function mayBegin(clause: string): boolean {
  return clauseVerb(clause) !== null && (!isPurpose(clause) || /^(?:加快|全面)?(?:推进|推动)/.test(clause));
}

function differ(left: string, right: string, units: readonly ReferenceUnit[]): boolean {
  const [a, b] = [weighText(left, units), weighText(right, units)];
  const [first, second] = [bureauOf(a, units), bureauOf(b, units)];
  if (first === null || second === null || first === second) return false;
  const [ours, theirs] = [a.get(first)?.weight ?? 0, b.get(second)?.weight ?? 0];
  if (ours < LEAST_WEIGHT || theirs < LEAST_WEIGHT) return false;
  return (b.get(first)?.weight ?? 0) <= theirs * MOST_COMMON && (a.get(second)?.weight ?? 0) <= ours * MOST_COMMON;
}

function bureauOf(weights: Weights, units: readonly ReferenceUnit[]): number | null {
  let best: number | null = null;
  for (const [unit, { weight }] of weights) {
    const kind = units[unit]?.kind;
    if ((kind === 'government' || kind === 'party') && weight > (best === null ? 0 : (weights.get(best)?.weight ?? 0))) best = unit;
  }
  return best;
}
