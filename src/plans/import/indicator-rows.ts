import { namesUnits } from './duty-rows.ts';
import { readName, readValue, usualOperator } from './indicator-cells.ts';
import { natureOf, readIndicatorColumns, type IndicatorColumn } from './indicator-columns.ts';
import type { Target } from './plan-reading.ts';
import type { Paragraph } from './source-text.ts';

/** One row of a table of indicators (主要指标｜2020年｜2025年｜年均增长｜属性). */
export interface IndicatorRow {
  /** Where the indicator's name begins in the row's text. */
  from: number;
  /** What is to be reached; the first is the one of the period's end. Empty where the table names no number. */
  targets: Target[];
  year: number | null;
}

const LONGEST_BETWEEN = 60;
const MOST_CELLS = 24;
const PERIOD = 5;

/** Rows of the tables whose heading names indicators and years, by index of paragraph. */
export function readIndicatorRows(paragraphs: readonly Paragraph[]): Map<number, IndicatorRow> {
  const rows = new Map<number, IndicatorRow>();
  let columns: IndicatorColumn[] | null = null;
  paragraphs.forEach(({ text }, i) => {
    if (!text.includes('\t')) {
      if (text.length > LONGEST_BETWEEN) columns = null;
      return;
    }
    const cells = text.split('\t', MOST_CELLS);
    const heading = readIndicatorColumns(cells);
    if (heading || namesUnits(cells)) columns = heading;
    else if (columns) {
      const row = readRow(cells, columns);
      if (row) rows.set(i, row);
    }
  });
  return rows;
}

function readRow(given: readonly string[], columns: readonly IndicatorColumn[]): IndicatorRow | null {
  const cells = inPlace(given, columns);
  const at = columns.findLastIndex((column) => column.is === 'name');
  const named = readName(cells[at] ?? '');
  const says = columns.some(({ is }, i) => (is === 'value' || is === 'growth' || is === 'nature') && (cells[i] ?? '') !== '');
  if (named.name.length < 2 || !says) return null;
  const of = (is: IndicatorColumn['is']): string => cells[columns.findIndex((column) => column.is === is)] ?? '';
  const unit = named.unit ?? (of('unit') === '' ? null : of('unit'));
  const nature = natureOf(of('nature'));
  const targets = targetsOf(cells, columns, { name: named.name, unit }).map((target) => (nature === null ? target : { ...target, nature }));
  const from = given.slice(0, at - (cells.length - given.length)).reduce((sum, cell) => sum + cell.length + 1, named.label);
  return { from, targets, year: targets[0]?.year ?? endOf(columns) };
}

/** A pasted row may lack the cells in front that span rows: then it is laid against the end of the heading. */
function inPlace(cells: readonly string[], columns: readonly IndicatorColumn[]): readonly string[] {
  const missing = columns.length - cells.length;
  return missing > 0 && natureOf(cells.at(-1) ?? '') !== null && columns.at(-1)?.is === 'nature' ? [...Array.from({ length: missing }, () => ''), ...cells] : cells;
}

function targetsOf(cells: readonly string[], columns: readonly IndicatorColumn[], { name, unit }: { name: string; unit: string | null }): Target[] {
  const found = columns.flatMap((column, i): Target[] => {
    const read = column.is === 'value' || column.is === 'growth' ? readValue(cells[i] ?? '') : null;
    if (!read) return [];
    const isRate = column.is === 'growth' && !read.isSum;
    const full = isRate && !/增长|增速|增幅|降低|下降/.test(name) ? `${name}年均增长` : name;
    const operator = read.operator ?? usualOperator(full);
    return [{ name: full, operator, value: read.value, unit: read.unit ?? (isRate ? '%' : (unit ?? '')), year: column.year ?? endOf(columns) }];
  });
  const main = found.findIndex((target) => target.year !== null && target.year % PERIOD === 0);
  return main > 0 ? [...found.slice(main, main + 1), ...found.toSpliced(main, 1)] : found;
}

/** The year at whose end the table's values are due: the first of a period's last years. */
function endOf(columns: readonly IndicatorColumn[]): number | null {
  const years = columns.filter((column) => column.is === 'value' && column.year !== null).map((column) => column.year ?? 0);
  return years.find((year) => year % PERIOD === 0) ?? years.at(-1) ?? null;
}
