/** How a parent sums up its districts (DOMAIN, Roll-up). */
export type RollUpKind = 'all' | 'n_of_m' | 'sum' | 'ratio' | 'worst';

/** One district as the parent sums it up; what nobody reported is null, never zero. */
export interface RollUpChild {
  /** Closed or archived. */
  done: boolean;
  value: number | null;
  progress: number | null;
  target: number | null;
  weight: number | null;
  light: 'red' | 'yellow' | 'green' | 'grey';
}

export interface RollUpTerms {
  kind: RollUpKind;
  /** What the whole wants: a sum or a ratio. */
  target: number | null;
  /** n of m: how many districts it takes. */
  needed: number | null;
}

export interface RollUp {
  kind: RollUpKind;
  total: number;
  known: number;
  unknown: number;
  done: number;
  /** Of those that are known: sum, weighted ratio, or lowest progress; null where nothing is. */
  result: number | null;
  target: number | null;
  needed: number | null;
  /** Whether the whole is reached; null for a sum or a ratio while a district is unknown. */
  met: boolean | null;
  lights: Record<RollUpChild['light'], number>;
}

const SEVERITY = { red: 3, yellow: 2, green: 1, grey: 0 } as const;

/** Two decimals are what reports are written in; binary fractions are not. */
const tidy = (value: number): number => Math.round(value * 100) / 100;

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Σ wᵢvᵢ / Σ wᵢ over those that are known; a district without a weight counts once. */
function weightedRatio(children: readonly { value: number; weight: number | null }[]): number | null {
  const weights = sumOf(children.map((c) => c.weight ?? 1));
  return weights <= 0 ? null : sumOf(children.map((c) => c.value * (c.weight ?? 1))) / weights;
}

/** What is known of a kind: those that end count their end, the others their last report. */
const isKnown = (kind: RollUpKind, child: RollUpChild): boolean => (kind === 'sum' || kind === 'ratio' ? child.value !== null : child.done || child.progress !== null);

function resultOf(kind: RollUpKind, children: readonly RollUpChild[]): number | null {
  if (kind === 'all' || kind === 'n_of_m' || kind === 'worst') {
    const known = children.filter((c) => isKnown(kind, c));
    return known.length === 0 ? null : Math.min(...known.map((c) => (c.done ? 100 : (c.progress ?? 0))));
  }
  const valued = children.flatMap((c) => (c.value === null ? [] : [{ value: c.value, weight: c.weight }]));
  if (valued.length === 0) return null;
  const result = kind === 'sum' ? sumOf(valued.map((c) => c.value)) : weightedRatio(valued);
  return result === null ? null : tidy(result);
}

function metOf({ kind, target, needed }: RollUpTerms, { total, unknown, done, result }: Pick<RollUp, 'total' | 'unknown' | 'done' | 'result'>): boolean | null {
  if (kind === 'all' || kind === 'worst') return done === total;
  if (kind === 'n_of_m') return done >= (needed ?? total);
  return unknown > 0 || target === null || result === null ? null : result >= target;
}

/** The typed roll-up of the districts' children. A missing child is unknown, never zero. */
export function rollUp(terms: RollUpTerms, children: readonly RollUpChild[]): RollUp {
  const { kind, target, needed } = terms;
  const known = children.filter((c) => isKnown(kind, c)).length;
  const counts = { total: children.length, known, unknown: children.length - known, done: children.filter((c) => c.done).length, result: resultOf(kind, children) };
  const lights = { red: 0, yellow: 0, green: 0, grey: 0 };
  for (const child of children) lights[child.light] += 1;
  return { kind, ...counts, target, needed, met: children.length === 0 ? null : metOf(terms, counts), lights };
}

/** The worst light among the districts. */
export const worstLight = (lights: RollUp['lights']): RollUpChild['light'] =>
  (Object.keys(SEVERITY) as RollUpChild['light'][]).reduce<RollUpChild['light']>((worst, light) => (lights[light] > 0 && SEVERITY[light] > SEVERITY[worst] ? light : worst), 'grey');

export interface Algebra { verdict: 'short' | 'over' | 'even' | 'open'; total: number; gap: number; missing: number }

/** District algebra (DOMAIN §5.7): the districts' targets against the city's, both ways; open while a district has none. Null where there is nothing to compare. */
export function districtAlgebra({ kind, target }: Pick<RollUpTerms, 'kind' | 'target'>, children: readonly Pick<RollUpChild, 'target' | 'weight'>[]): Algebra | null {
  const set = children.flatMap((c) => (c.target === null ? [] : [{ value: c.target, weight: c.weight }]));
  if (target === null || set.length === 0 || (kind !== 'sum' && kind !== 'ratio')) return null;
  const total = tidy(kind === 'sum' ? sumOf(set.map((c) => c.value)) : (weightedRatio(set) ?? 0));
  const gap = tidy(total - target);
  const missing = children.length - set.length;
  return { verdict: missing > 0 && (gap < 0 || kind === 'ratio') ? 'open' : gap < 0 ? 'short' : gap > 0 ? 'over' : 'even', total, gap, missing };
}

/** Fewer than so many known values and a median would tell whose they are (R29). */
export const ANONYMOUS_FROM = 5;

/** The group's middle value; null where too few are known to stay anonymous. */
export function anonymousMedian(values: readonly (number | null)[]): { median: number; n: number } | null {
  const known = values.filter((v) => v !== null).sort((a, b) => a - b);
  if (known.length < ANONYMOUS_FROM) return null;
  const middle = Math.floor(known.length / 2);
  const median = known.length % 2 === 1 ? (known[middle] ?? 0) : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2;
  return { median: tidy(median), n: known.length };
}
