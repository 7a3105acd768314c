import { readCellLines } from './cell-lines.ts';
import { isPageFurniture } from './page-furniture.ts';
import { startsWithLabel } from './heading-labels.ts';
import { Cleaner, isSpace, type Paragraph } from './source-text.ts';
import { insideQuotedCell, isRule, layoutOf, type Layout } from './table-lines.ts';

interface Line {
  start: number;
  end: number;
  text: string;
  number: number;
  width: number;
  indented: boolean;
  afterGap: boolean;
  layout: Layout;
  /** The line with which the row of a table begins of which this one is a cell. */
  row: number | null;
}

/** Paragraphs of a text in document order; furniture and white space are left out, hard wraps are joined. No more than `most`. */
export function splitParagraphs(source: string, most = Infinity): Paragraph[] {
  const all = readLines(source);
  const lines = markGaps(all.filter((line) => line.text !== ''), all);
  markCells(lines);
  const kept = lines.filter((line) => line.row !== null || (!isPageFurniture(line.text) && !isRule(line.text)));
  const inside = insideQuotedCell(kept.map((line) => line.text));
  const full = wrapWidth(kept);
  const indented = usesIndents(kept);
  const groups: Line[][] = [];
  kept.forEach((line, i) => {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && (inside[i] === true || (line.row !== null && line.row === previous.row) || (full !== null && continues(previous, line, full, indented)))) group.push(line);
    else groups.push([line]);
  });
  const cleaner = new Cleaner(source);
  return groups.slice(0, most).map((group) => cleaner.paragraph(group, group[0]?.number ?? 0, group[0]?.layout ?? 'text')).filter((paragraph) => paragraph.text !== '');
}

function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let number = 1; from <= source.length; number += 1) {
    const newline = source.indexOf('\n', from);
    const to = newline < 0 ? source.length : newline;
    lines.push(trimmedLine(source, from, to, number));
    from = to + 1;
  }
  return lines;
}

function trimmedLine(source: string, from: number, to: number, number: number): Line {
  let start = from;
  let end = to;
  while (start < end && isSpace(source.charCodeAt(start))) start += 1;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end -= 1;
  const lead = source.slice(from, start);
  const layout = layoutOf(source.slice(start, end));
  if (layout === 'tabs') while (start > from && source[start - 1] === '\t') start -= 1; // empty cells in front
  const text = source.slice(start, end);
  return { start, end, text, number, width: widthOf(text), indented: lead.includes('\u3000') || lead.length >= 4, afterGap: false, layout, row: null };
}

/** Cells that stand below each other, one in a line, are the rows of a table. */
function markCells(lines: readonly Line[]): void {
  for (const [i, row] of readCellLines(lines.map((line) => line.text))) {
    const line = lines[i];
    if (line) Object.assign(line, { row, layout: 'cells' satisfies Layout });
  }
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) < 0x100 ? 0.5 : 1;
  return width;
}

/** A blank line separates paragraphs, unless a page number stands beside it. */
function markGaps(filled: Line[], all: readonly Line[]): Line[] {
  const blank = new Set(all.filter((line) => line.text === '').map((line) => line.number));
  let pageBreak = false;
  return filled.map((line) => {
    line.afterGap = blank.has(line.number - 1) && !pageBreak;
    pageBreak = isPageFurniture(line.text);
    return line;
  });
}

/** The width of a full line when the text is hard-wrapped, else null. */
function wrapWidth(lines: readonly Line[]): number | null {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (wide < 16 || wide > 64) return null;
  const wrapped = lines.filter((line) => line.width >= wide - 4 && !/[。！？；：]$/.test(line.text));
  return wrapped.length >= lines.length * 0.3 && lines.length >= 8 ? wide : null;
}

/** Most paragraphs are set in: then a line that is set in begins one, however full the line before it is. */
function usesIndents(lines: readonly Line[]): boolean {
  const share = lines.filter((line) => line.indented).length / Math.max(1, lines.length);
  return share > 0.05 && share < 0.6;
}

function continues(previous: Line, line: Line, full: number, indents: boolean): boolean {
  if (line.afterGap || line.layout !== 'text' || previous.layout !== 'text' || startsWithLabel(line.text)) return false;
  if (line.indented && (indents || /[。！？；：）]$/.test(previous.text))) return false;
  if (/^[（(][0-9０-９]{4}/.test(line.text)) return false;
  return previous.width >= full - 3;
}
