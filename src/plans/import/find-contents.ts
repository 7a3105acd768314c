import { readLabel } from './heading-labels.ts';
import type { Paragraph } from './source-text.ts';

const PAGE_AT_END = /(?:[.．…·•]{2}|\t|——)[（(]?[0-9]{1,4}[)）]?$/;
const LEADER = /[.．…·•]{2}|\t|——/;
const LONGEST_ENTRY = 70;

/** Indexes of the paragraphs that form a table of contents. */
export function findContents(paragraphs: readonly Paragraph[]): Set<number> {
  const heading = paragraphs.findIndex((one) => /^目[录次]$/.test(one.text));
  const first = heading >= 0 ? heading + 1 : firstOfRun(paragraphs);
  const found = new Set<number>();
  const opening = paragraphs[first];
  if (first < 0 || !opening) return found;
  if (heading >= 0) found.add(heading);
  const key = entryKey(opening.text);
  for (let i = first; i < paragraphs.length; i += 1) {
    const text = paragraphs[i]?.text ?? '';
    if ((i > first && entryKey(text) === key) || text.length > LONGEST_ENTRY || (!PAGE_AT_END.test(text) && !readLabel(text))) break;
    found.add(i);
  }
  return repeats(paragraphs, found, key) || heading < 0 ? found : new Set();
}

function firstOfRun(paragraphs: readonly Paragraph[]): number {
  return paragraphs.findIndex((_, i) => [0, 1, 2].every((step) => PAGE_AT_END.test(paragraphs[i + step]?.text ?? '')));
}

function repeats(paragraphs: readonly Paragraph[], found: ReadonlySet<number>, key: string): boolean {
  return paragraphs.some((one, i) => !found.has(i) && entryKey(one.text) === key);
}

function entryKey(text: string): string {
  const leader = LEADER.exec(text);
  return leader ? text.slice(0, leader.index) : text;
}
