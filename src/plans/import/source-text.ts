import { isBar, type Layout } from './table-lines.ts';

/**
 * The clean view of a source text: paragraphs without page furniture, hard line wraps and stray spaces, with full-width
 * digits made plain. Every clean character knows its offset in the source, so whatever is found in the clean text can be
 * pointed at in the source.
 */
export interface Paragraph {
  text: string;
  /** Source offsets of the characters of `text`, from `from` on; the parts of a paragraph share them. */
  at: Int32Array;
  from: number;
  /** 1-based line on which it starts. */
  line: number;
}

const FULL_WIDTH_OFFSET = 0xfee0;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;

/** One character for one character, so that offsets survive. */
function plain(code: number): number {
  if (code > 0x5d && code < 0xff05) return code;
  const isDigitOrLetter = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
  if (isDigitOrLetter || code === 0xff05 || code === 0xff0b || code === 0xff0e || code === 0xff0d) return code - FULL_WIDTH_OFFSET;
  return BRACKETS.get(code) ?? code;
}

const codesOf = (pairs: readonly string[]): Map<number, number> => new Map(pairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
const BRACKETS = codesOf(['(（', ')）', '[【', ']】']);
const MARKS = codesOf([':：', ';；', ',，']);

/** Latin punctuation behind a Chinese character is Chinese punctuation typed carelessly. */
function plainMark(code: number, before: number): number {
  return (code < 0x40 && before > 0x2e7f ? MARKS.get(code) : undefined) ?? plain(code);
}

export function isSpace(code: number): boolean {
  if (code > 0x3000 && code < 0xfeff) return false;
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x202f || code === 0x85 || code === 0x2028 || code === 0x2029;
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

type Range = Readonly<{ start: number; end: number }>;

/** Makes clean paragraphs of one source; all of them share one list of offsets. */
export class Cleaner {
  private readonly source: string;
  private readonly at: Int32Array;
  private readonly codes: Uint16Array;
  private used = 0;

  constructor(source: string) {
    this.source = source;
    this.at = new Int32Array(source.length);
    this.codes = new Uint16Array(source.length);
  }

  /** Joins source ranges (the lines of one paragraph) into one clean paragraph; whatever parts the cells of a row becomes a tab. */
  paragraph(ranges: readonly Range[], line: number, layout: Layout): Paragraph {
    const from = this.used;
    let isAsWritten = ranges.length === 1;
    for (const { start, end } of ranges) {
      if (layout === 'cells' && this.used > from) this.tab(start - 1);
      isAsWritten = this.add(start, end, layout, this.used > from) && isAsWritten;
    }
    const text = isAsWritten ? this.source.slice(ranges[0]?.start, ranges[0]?.end) : stringOf(this.codes.subarray(from, this.used));
    return { text, at: this.at, from, line };
  }

  /** What parts two lines parts two cells. */
  private tab(at: number): void {
    this.codes[this.used] = TAB;
    this.at[this.used] = at;
    this.used += 1;
  }

  /** True when nothing had to be changed. */
  private add(start: number, end: number, layout: Layout, goesOn: boolean): boolean {
    const { source, at, codes } = this;
    let count = this.used;
    let before = goesOn ? (codes[count - 1] ?? 0) : 0;
    let isSame = true;
    for (let i = start; i < end; i += 1) {
      const code = layout === 'text' || layout === 'cells' ? textCode(source, i, before) : cellCode(source, i, before, layout, i === start || i === end - 1);
      isSame &&= code === source.charCodeAt(i);
      if (code === NOTHING) continue;
      codes[count] = code;
      at[count] = i;
      before = code;
      count += 1;
    }
    this.used = count;
    return isSame;
  }
}

const NOTHING = -1;

function textCode(source: string, i: number, before: number): number {
  const code = source.charCodeAt(i);
  if (!isSpace(code)) return plainMark(code, before);
  return isLatin(source.charCodeAt(i - 1)) && isLatin(source.charCodeAt(i + 1)) ? SPACE : NOTHING;
}

function cellCode(source: string, i: number, before: number, layout: Layout, isEdge: boolean): number {
  const code = source.charCodeAt(i);
  if (layout === 'tabs' && code === TAB) return TAB;
  if (layout === 'tabs' && code === QUOTE && (isEdge || before === TAB || source.charCodeAt(i + 1) === TAB)) return NOTHING;
  if (layout === 'bars' && isBar(source[i] ?? '')) return isEdge ? NOTHING : TAB;
  if (layout === 'gaps' && isSpace(code)) return before === TAB ? NOTHING : TAB;
  return textCode(source, i, before);
}

function stringOf(codes: Uint16Array): string {
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le');
}

/** Part of a paragraph, as a paragraph of its own. */
export function slicePart(paragraph: Paragraph, from: number, to: number): Paragraph {
  return { text: paragraph.text.slice(from, to), at: paragraph.at, from: paragraph.from + from, line: paragraph.line };
}

/** The characters as the source wrote them, without spaces and page furniture. */
export function asWritten(source: string, part: Paragraph, from = 0, to = part.text.length): string {
  let written = '';
  for (let i = from; i < to;) {
    const first = i;
    do i += 1; while (i < to && startOf(part, i) === startOf(part, i - 1) + 1);
    written += source.slice(startOf(part, first), endOf(part, i));
  }
  return written;
}

export function startOf(part: Paragraph, from = 0): number {
  return part.at[part.from + from] ?? 0;
}

/** Source offset behind the last character before `to`. */
export function endOf(part: Paragraph, to = part.text.length): number {
  return to > 0 ? startOf(part, to - 1) + 1 : startOf(part);
}
