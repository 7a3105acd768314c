import { isHeadingCell, natureOf, readIndicatorColumns, type IndicatorColumn } from './indicator-columns.ts';
import { readName, readValue } from './indicator-cells.ts';

const LONGEST_CELL = 40;
const MOST_COLUMNS = 10;
const LEAST_CELLS = 3;
/** No plan has a table as long as this. */
const MOST_ROWS = 400;

/**
 * A table of indicators that was pasted with a cell in each line (指标 / 2020年 / 2025年 / 属性): for every line that is a cell the
 * row it belongs to, named by the row's first line. `lines`: without blank ones.
 */
export function readCellLines(lines: readonly string[]): Map<number, number> {
  const rows = new Map<number, number>();
  for (let i = 0; i < lines.length; i += 1) {
    const end = headingEnd(lines, i);
    if (end === i) continue;
    const columns = readIndicatorColumns(lines.slice(Math.max(i, end - MOST_COLUMNS), end));
    const ends = columns ? rowEnds(lines, end, columns) : [];
    let from = i;
    for (const to of ends.length > 0 ? [end, ...ends] : []) {
      for (let at = from; at < to; at += 1) rows.set(at, from);
      from = to;
    }
    i = Math.max(end, from) - 1;
  }
  return rows;
}

/** Behind the last of the lines that could be headings of columns. */
function headingEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && isHeadingCell(lines[end] ?? '')) end += 1;
  return end;
}

/** Where each row of the table ends: with its nature where the table tells one, else when it is full. */
function rowEnds(lines: readonly string[], from: number, columns: readonly IndicatorColumn[]): number[] {
  const toldByNature = columns.at(-1)?.is === 'nature';
  const ends: number[] = [];
  for (let start = from; start < lines.length && ends.length < MOST_ROWS;) {
    const end = toldByNature ? natureEnd(lines, start, columns.length) : start + columns.length;
    if (end === null || !isRow(lines.slice(start, end), columns, toldByNature)) break;
    ends.push(end);
    start = end;
  }
  return ends;
}

function natureEnd(lines: readonly string[], from: number, most: number): number | null {
  for (let i = from; i < Math.min(lines.length, from + most); i += 1) if (natureOf(lines[i] ?? '') !== null) return i + 1;
  return null;
}

function isRow(cells: readonly string[], columns: readonly IndicatorColumn[], toldByNature: boolean): boolean {
  if (cells.length < LEAST_CELLS || cells.some((cell) => cell.length > LONGEST_CELL || /[。；]/.test(cell))) return false;
  if (toldByNature) return true;
  const name = cells[columns.findLastIndex((column) => column.is === 'name')] ?? '';
  return cells.length === columns.length && /[\u4e00-\u9fff]/.test(readName(name).name) && readValue(name) === null
    && columns.every(({ is }, i) => is !== 'value' || /^[—－-]$/.test(cells[i] ?? '') || readValue(cells[i] ?? '') !== null);
}
