/** A sentence in three parts: what another version of it begins with too, what stands only here, and what both end with. */
export interface ChangedWords { same: string; changed: string; rest: string }

/** Of a number, or half of a character that takes two. */
const INSEPARABLE = /[0-9.%\uD800-\uDFFF]/;

/** What sets a sentence apart from another version of it; a number is always shown whole. */
export function changedWords(text: string, other: string): ChangedWords {
  if (text === other) return { same: text, changed: '', rest: '' };
  const most = Math.min(text.length, other.length);
  let from = 0;
  while (from < most && text[from] === other[from]) from += 1;
  let behind = 0;
  while (behind < most - from && text[text.length - 1 - behind] === other[other.length - 1 - behind]) behind += 1;
  while (from > 0 && INSEPARABLE.test(text[from - 1] ?? '')) from -= 1;
  while (behind > 0 && INSEPARABLE.test(text[text.length - behind] ?? '')) behind -= 1;
  const to = text.length - behind;
  return { same: text.slice(0, from), changed: text.slice(from, to), rest: text.slice(to) };
}
