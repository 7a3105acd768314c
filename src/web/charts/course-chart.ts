/** Progress over time: what was expected, what was reported, and the stated points on the way. Percent; x is the share of the time. */
export interface CourseChart {
  title: string;
  expected: string;
  actual: string | null;
  marks: { x: number; y: number; code: 'done' | 'missed' | 'open'; title: string }[];
  /** Where today is; null before the start and after the end. */
  now: number | null;
  from: string;
  to: string;
}

export interface ChartPoint { at: number; percent: number }
export type ChartMark = ChartPoint & { code: CourseChart['marks'][number]['code']; title: string };

const WIDTH = 300;
const HEIGHT = 80;
const EDGE = 6;

const round = (value: number): number => Math.round(value * 10) / 10;
const x = (at: number): number => round(EDGE + Math.min(1, Math.max(0, at)) * (WIDTH - 2 * EDGE));
const y = (percent: number): number => round(HEIGHT - EDGE - (Math.min(100, Math.max(0, percent)) / 100) * (HEIGHT - 2 * EDGE));
const line = (points: readonly ChartPoint[]): string => points.map((p) => `${String(x(p.at))},${String(y(p.percent))}`).join(' ');

/** The way a matter should go and went; `at` is 0 at the start and 1 at the end. */
export function courseChart(title: string, days: { from: string; to: string; now: number }, { expected, actual, marks }: { expected: readonly ChartPoint[]; actual: readonly ChartPoint[]; marks: readonly ChartMark[] }): CourseChart {
  return {
    title, from: days.from, to: days.to,
    expected: line(expected),
    actual: actual.length < 2 ? null : line(actual),
    marks: marks.map((mark) => ({ x: x(mark.at), y: y(mark.percent), code: mark.code, title: mark.title })),
    now: days.now <= 0 || days.now >= 1 ? null : x(days.now),
  };
}
