import { ageMatrix } from '../../../src/web/charts/age-matrix.ts';
import { barList } from '../../../src/web/charts/bar-list.ts';
import { holderStrip } from '../../../src/web/charts/holder-strip.ts';
import { progressBar } from '../../../src/web/charts/progress-bar.ts';
import { stackedBar, type BarPart } from '../../../src/web/charts/stacked-bar.ts';
import { trendLine } from '../../../src/web/charts/trend-line.ts';

const part = (code: BarPart['code'], count: number): BarPart => ({ code, label: code, count, href: null });
const stretch = (holder: 'lead' | 'supervisor', days: number): Parameters<typeof holderStrip>[0][number] => ({ holder, label: holder, from: '2023-01-01', to: '2023-02-01', days });

describe('a distribution as one bar', () => {
  it('fills the line from 0 to 100 without gap or overlap', () => {
    const { segments } = stackedBar('一', [part('green', 61), part('yellow', 7), part('red', 3), part('grey', 29)]);
    segments.forEach((s, i) => { expect(s.x).toBeCloseTo(segments.slice(0, i).reduce((sum, before) => sum + before.width, 0), 1); });
    expect(segments.reduce((sum, s) => sum + s.width, 0)).toBeCloseTo(100, 1);
  });

  it('keeps one red task among a thousand visible', () => {
    const red = stackedBar('一', [part('green', 999), part('red', 1)]).segments.find((s) => s.code === 'red');
    expect(red?.width).toBeGreaterThanOrEqual(1.5);
    expect(red?.title).toBe('red 1 / 1000 (0%)');
  });

  it('leaves out what does not exist and says all counts in words', () => {
    const bar = stackedBar('第三章', [part('green', 2), part('yellow', 0), part('red', 2)]);
    expect(bar.segments.map((s) => s.code)).toEqual(['green', 'red']);
    expect(bar.title).toBe('第三章 · green 2 · red 2');
  });

  it('is empty for a chapter without tasks', () => {
    expect(stackedBar('一', [part('green', 0)])).toEqual({ label: '一', total: 0, title: '一', segments: [] });
  });
});

describe('progress against what was expected', () => {
  it('is behind when less was done than expected', () => {
    expect(progressBar(44.6, 59)).toEqual({ actual: 45, expected: 59, behind: true });
  });

  it('is not behind where nothing is expected yet', () => {
    expect(progressBar(0, null)).toEqual({ actual: 0, expected: null, behind: false });
  });

  it('stays within the bar', () => {
    expect(progressBar(130, -5)).toEqual({ actual: 100, expected: 0, behind: false });
  });
});

describe('who had the ball', () => {
  it('gives every day to somebody, and the sums are the calendar time', () => {
    const strip = holderStrip([stretch('supervisor', 8), stretch('lead', 70), stretch('supervisor', 4)]);
    expect(strip.total).toBe(82);
    expect(strip.sums.map((s) => [s.holder, s.days])).toEqual([['lead', 70], ['supervisor', 12]]);
  });

  it('draws stretches to scale in order of time', () => {
    const strip = holderStrip([stretch('supervisor', 25), stretch('lead', 75)]);
    expect(strip.segments.map((s) => [s.x, s.width])).toEqual([[0, 25], [25, 75]]);
  });

  it('leaves a stretch of no day out of the picture', () => {
    expect(holderStrip([stretch('supervisor', 0), stretch('lead', 3)]).segments).toHaveLength(1);
  });

  it('is empty for a task that was only just drafted', () => {
    expect(holderStrip([])).toEqual({ total: 0, from: '', to: '', segments: [], sums: [] });
  });
});

describe('counts by unit and age', () => {
  const matrix = ageMatrix({
    caption: 'c', corner: 'u', columns: ['1–7', '8–30', '>30'], hrefOf: (row, column) => `${String(row)}/${String(column)}`,
    rows: [{ label: '市商务局', href: null, counts: [3, 1, 0] }, { label: '雨花区', href: null, counts: [0, 4, 8] }],
  });

  it('adds up by row, by column and altogether', () => {
    expect(matrix.rows.map((r) => r.total.count)).toEqual([4, 12]);
    expect(matrix.columns.map((c) => c.total.count)).toEqual([3, 5, 8]);
    expect(matrix.all.count).toBe(16);
  });

  it('links every count above zero to its own list', () => {
    expect(matrix.rows[1]?.cells.map((c) => c.href)).toEqual([null, '1/1', '1/2']);
    expect(matrix.columns[2]?.total.href).toBe('null/2');
  });

  it('shades cells against the largest, totals not at all', () => {
    expect(matrix.rows.map((r) => r.cells.map((c) => c.level))).toEqual([[2, 1, 0], [0, 2, 4]]);
    expect(matrix.all.level).toBe(0);
  });
});

describe('counts as bars', () => {
  it('draws the longest full and the others in proportion', () => {
    const item = (count: number): Parameters<typeof barList>[0][number] => ({ label: 'x', count, note: null, href: null });
    expect(barList([item(8), item(2), item(0)]).items.map((i) => i.width)).toEqual([100, 25, 0]);
  });
});

describe('a small line', () => {
  it('ends at its newest value, the largest at the top', () => {
    expect(trendLine('逾期', [{ label: '1', value: 0 }, { label: '2', value: 9 }])?.last).toEqual({ x: 97, y: 3 });
  });

  it('is not drawn from one point', () => {
    expect(trendLine('逾期', [{ label: '1', value: 4 }])).toBeNull();
  });
});
