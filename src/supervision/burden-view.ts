import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { trendLine, type TrendLine } from '../web/charts/trend-line.ts';
import { BURDENS, type CapPass } from './burden.ts';
import type { MonthBurden } from './burden-trend-queries.ts';

export interface PassLine { unit: string; kind: string; on: string; number: string; href: string; reason: string }

/** Requests beyond a cap in words, each with the reason that was given. */
export const passLines = ({ t }: Viewer, passes: readonly CapPass[]): PassLine[] =>
  passes.map(({ unit, kind, on, number, href, reason }) => ({ unit, kind: t(`supervision.burden.${kind}`), on: typeof on === 'string' ? on : dayOf(on), number, href, reason }));

export interface TrendView {
  line: TrendLine | null;
  columns: string[];
  rows: { month: string; href: string; counts: { label: string; count: number }[]; total: number; messages: number }[];
}

/** Month by month, the newest first; the line above it shows the sums. */
export function trendView({ t }: Viewer, months: readonly MonthBurden[], hrefOf: (month: string) => string): TrendView {
  return {
    line: trendLine(t('supervision.burden.trend'), months.map(({ month, total }) => ({ label: month, value: total }))),
    columns: BURDENS.map((kind) => t(`supervision.burden.${kind}`)),
    rows: months.map(({ month, counts, total, messages }) => ({
      month, href: hrefOf(month), total, messages, counts: BURDENS.map((kind) => ({ label: t(`supervision.burden.${kind}`), count: counts[kind] })),
    })).reverse(),
  };
}
