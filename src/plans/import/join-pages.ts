import { splitParagraphs } from './split-paragraphs.ts';

export interface PageLine {
  y: number;
  text: string;
}

const EDGE_LINES = 2;

/** Pages as paragraphs: running heads and feet go, hard wraps are joined, full-width digits become plain. */
export function joinPages(pages: readonly (readonly PageLine[])[]): string {
  const running = runningLines(pages);
  const kept = pages.flatMap((lines) => lines.filter((line, i) => !(isEdge(i, lines.length) && (running.has(keyOf(line)) || isBareNumber(line.text)))));
  return splitParagraphs(kept.map((line) => line.text).join('\n')).map((paragraph) => paragraph.text).join('\n');
}

function isEdge(i: number, count: number): boolean {
  return i < EDGE_LINES || i >= count - EDGE_LINES;
}

/** The same words at the same height on at least three pages, and on a quarter of them. */
function runningLines(pages: readonly (readonly PageLine[])[]): Set<string> {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, i) => isEdge(i, lines.length)).map(keyOf));
    for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count >= 3 && count >= pages.length / 4).map(([key]) => key));
}

function keyOf(line: PageLine): string {
  return `${String(Math.round(line.y / 4))} ${line.text.replace(/[0-9\s]/g, '')}`;
}

function isBareNumber(text: string): boolean {
  return /^[\s\-—－]{0,6}[0-9０-９]{1,4}[\s\-—－]{0,6}$/.test(text);
}
