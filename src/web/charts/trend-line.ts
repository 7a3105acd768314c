export interface TrendPoint { label: string; value: number }
export interface TrendLine {
  title: string;
  /** SVG points on a field of 100 × 30, newest right. */
  line: string;
  last: { x: number; y: number };
}

const HEIGHT = 30;
const MARGIN = 3;

/** A small line without axes, from 0 to the largest value; the table beside it holds the figures. Null with fewer than two points. */
export function trendLine(label: string, points: readonly TrendPoint[]): TrendLine | null {
  if (points.length < 2) return null;
  const most = Math.max(1, ...points.map((p) => p.value));
  const at = (p: TrendPoint, i: number): { x: number; y: number } => ({
    x: round(MARGIN + (i / (points.length - 1)) * (100 - 2 * MARGIN)),
    y: round(HEIGHT - MARGIN - (p.value / most) * (HEIGHT - 2 * MARGIN)),
  });
  const places = points.map(at);
  return {
    title: [label, ...points.map((p) => `${p.label} ${String(p.value)}`)].join(' · '),
    line: places.map((p) => `${String(p.x)},${String(p.y)}`).join(' '),
    last: places.at(-1) ?? { x: 0, y: 0 },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
