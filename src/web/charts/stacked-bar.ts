export type PartCode = 'green' | 'yellow' | 'red' | 'grey' | 'gap' | 'none';

export interface BarPart {
  code: PartCode;
  /** The word for it: 正常, 未分解 … */
  label: string;
  count: number;
  /** The list that this number counts; null where the viewer has none. */
  href: string | null;
}

export interface BarSegment extends BarPart {
  x: number;
  width: number;
  /** "滞后 12 / 40 (30%)" */
  title: string;
}

export interface StackedBar {
  label: string;
  total: number;
  /** All parts as one line, for people who cannot see the bar. */
  title: string;
  segments: BarSegment[];
}

/** No part that exists may vanish. */
const LEAST_WIDTH = 1.5;

/** A distribution as segments on a line from 0 to 100; parts with count 0 are left out (R23). */
export function stackedBar(label: string, parts: readonly BarPart[]): StackedBar {
  const present = parts.filter((p) => p.count > 0);
  const total = present.reduce((sum, p) => sum + p.count, 0);
  const widths = shareOut(present.map((p) => (p.count / total) * 100));
  let x = 0;
  const segments = present.map((part, i) => {
    const width = widths[i] ?? 0;
    const segment = { ...part, x: round(x), width: round(width), title: titleOf(part, total) };
    x += width;
    return segment;
  });
  return { label, total, title: [label, ...present.map((p) => `${p.label} ${String(p.count)}`)].join(' · '), segments };
}

const titleOf = (part: BarPart, total: number): string =>
  `${part.label} ${String(part.count)} / ${String(total)} (${String(Math.round((part.count / total) * 100))}%)`;

/** Lifts tiny shares to the least width and takes that from the others in proportion. */
function shareOut(shares: number[]): number[] {
  const small = shares.filter((s) => s < LEAST_WIDTH);
  const taken = small.length * LEAST_WIDTH;
  const rest = shares.reduce((sum, s) => sum + (s < LEAST_WIDTH ? 0 : s), 0);
  return shares.map((s) => (s < LEAST_WIDTH ? LEAST_WIDTH : (s / rest) * (100 - taken)));
}

const round = (value: number): number => Math.round(value * 100) / 100;
