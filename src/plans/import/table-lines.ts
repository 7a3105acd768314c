import { readLabel } from './heading-labels.ts';

/** How a line holds its cells: not at all, between tabs, between bars (markdown), between gaps, or as one of them. */
export type Layout = 'text' | 'tabs' | 'bars' | 'gaps' | 'cells';

const BARS = '|｜';
const LEAST_BARS = 2;
const LONGEST_LABEL = 8;
const MARK = /^[•·●○▪■◆▲★-]$/;
/** A row of a table of indicators that lost its tabs: 粮食产量（万吨） 210 220 — 约束性. */
const GAP_ROW = /[ \u3000](?:约束性|预期性)$/;
const GAP_HEADING = /[ \u3000](?:指标)?(?:属性|性质)$/;
const LONGEST_GAP_ROW = 160;

/** `line`: without the white space around it. */
export function layoutOf(line: string): Layout {
  const tab = line.indexOf('\t');
  if (tab >= 0) return isMarked(line, tab) ? 'text' : 'tabs';
  if (countBars(line) >= LEAST_BARS) return 'bars';
  return line.endsWith('性') || line.endsWith('质') ? gapsIn(line) : 'text';
}

function gapsIn(line: string): Layout {
  return line.length <= LONGEST_GAP_ROW && (GAP_ROW.test(line) || (GAP_HEADING.test(line) && line.includes('指标'))) ? 'gaps' : 'text';
}

/** 1.→推进……: a tab behind a number or a bullet is how Word sets a list. */
function isMarked(line: string, tab: number): boolean {
  if (tab > LONGEST_LABEL || line.includes('\t', tab + 1)) return false;
  const label = line.slice(0, tab).trim().replace(/\(/g, '（').replace(/\)/g, '）');
  return MARK.test(label) || readLabel(label)?.length === label.length;
}

function countBars(line: string): number {
  if (!line.includes('|') && !line.includes('｜')) return 0;
  let count = 0;
  for (const one of line) if (BARS.includes(one)) count += 1;
  return count;
}

export function isBar(character: string): boolean {
  return BARS.includes(character);
}

/** |---|:--:| between the heading of a markdown table and its rows. */
export function isRule(line: string): boolean {
  return line.includes('-') && line.length >= 3 && countBars(line) > 0 && /^[|｜:\s-]{1,400}$/.test(line);
}

const MOST_LINES = 20;

/** For every line whether it goes on with a cell that the line before opened with a quotation mark, as a spreadsheet copies cells of several lines. */
export function insideQuotedCell(lines: readonly string[]): boolean[] {
  let open = 0;
  return lines.map((line) => {
    const inside = open > 0;
    const opens = line.includes('"') && line.split('"').length % 2 === 0;
    if (open > 0) open = opens || open > MOST_LINES ? 0 : open + 1;
    else if (opens && /(?:^|\t)"/.test(line) && line.includes('\t')) open = 1;
    return inside;
  });
}
