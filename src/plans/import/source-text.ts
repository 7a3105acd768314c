/**
 * The clean view of a source text: paragraphs without page furniture, hard line wraps and stray spaces, with full-width
 * digits made plain. Every clean character knows its offset in the source, so whatever is found in the clean text can be
 * pointed at in the source.
 */
export interface Paragraph {
  text: string;
  /** Source offset of each character of `text`. */
  at: readonly number[];
  /** 1-based line on which it starts. */
  line: number;
}

const FULL_WIDTH_OFFSET = 0xfee0;

/** One character for one character, so that offsets survive. */
function plain(code: number): string {
  const isDigitOrLetter = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  if (isDigitOrLetter || code === 0xff05 || code === 0xff0b || code === 0xff0e || code === 0xff0d) return String.fromCharCode(code - FULL_WIDTH_OFFSET);
  return BRACKETS.get(code) ?? String.fromCharCode(code);
}

const BRACKETS = new Map([[0x28, '（'], [0x29, '）'], [0x5b, '【'], [0x5d, '】']]);
const MARKS = new Map([[0x3a, '：'], [0x3b, '；'], [0x2c, '，']]);

/** Latin punctuation behind a Chinese character is Chinese punctuation typed carelessly. */
function plainMark(code: number, before: number): string {
  return (before > 0x2e7f ? MARKS.get(code) : undefined) ?? plain(code);
}

export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0x85 || code === 0x2028 || code === 0x2029;
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Joins source ranges (the lines of one paragraph) into one clean paragraph. */
export function cleanParagraph(source: string, ranges: readonly { start: number; end: number }[], line: number): Paragraph {
  const at: number[] = [];
  let text = '';
  let before = 0;
  for (const { start, end } of ranges) {
    for (let i = start; i < end; i += 1) {
      const code = source.charCodeAt(i);
      if (isSpace(code) && code !== 0x09 && !(isLatin(source.charCodeAt(i - 1)) && isLatin(source.charCodeAt(i + 1)))) continue;
      text += isSpace(code) ? (code === 0x09 ? '\t' : ' ') : plainMark(code, before);
      before = code;
      at.push(i);
    }
  }
  return { text, at, line };
}

/** Part of a paragraph, as a paragraph of its own. */
export function slicePart(paragraph: Paragraph, from: number, to: number): Paragraph {
  return { text: paragraph.text.slice(from, to), at: paragraph.at.slice(from, to), line: paragraph.line };
}

/** The characters as the source wrote them, without spaces and page furniture. */
export function asWritten(source: string, part: Paragraph, from = 0, to = part.text.length): string {
  let written = '';
  for (let i = from; i < to; i += 1) written += source[part.at[i] ?? 0] ?? '';
  return written;
}

export function startOf(part: Paragraph, from = 0): number {
  return part.at[from] ?? 0;
}

/** Source offset behind the last character before `to`. */
export function endOf(part: Paragraph, to = part.text.length): number {
  const last = part.at[to - 1];
  return last === undefined ? startOf(part) : last + 1;
}
