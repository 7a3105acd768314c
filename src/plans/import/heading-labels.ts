import { readNumber } from './chinese-number.ts';

/** Kinds of numbering that Chinese official documents use, outermost first (GB/T 9704 and the law-making rules). */
export const LABEL_KINDS = ['part', 'chapter', 'section', 'count', 'clause', 'bracket', 'box', 'digit', 'digitBracket', 'circle'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface Label {
  kind: LabelKind;
  number: number;
  /** Length of the label in the clean text. */
  length: number;
}

const NUMERAL = '[0-9零〇○一二两三四五六七八九十百]';
const ORDINAL = new RegExp(`^第(${NUMERAL}{1,7})(篇|编|部分|章|节|条)`);
const COUNT = /^([一二三四五六七八九十]{1,3})[、.．]/;
const BRACKET = /^[（〔]([一二三四五六七八九十百]{1,4})[）〕][、.．]?/;
const DIGIT = /^([0-9]{1,3})[.．、](?![0-9])/;
const DIGIT_BRACKET = /^(?:（([0-9]{1,3})）|([0-9]{1,2})）)[、.．]?/;
const CIRCLE = /^[①-⑳]/;
const ORDINAL_KINDS: Record<string, LabelKind> = { 篇: 'part', 编: 'part', 部分: 'part', 章: 'chapter', 节: 'section', 条: 'clause' };

/** The label at the start of a clean text, whether or not it continues a sequence. */
export function readLabel(text: string): Label | null {
  const head = text.slice(0, 12);
  const ordinal = ORDINAL.exec(head);
  if (ordinal) return labelled(ORDINAL_KINDS[ordinal[2] ?? ''] ?? 'clause', ordinal[1], ordinal[0]);
  const bracket = BRACKET.exec(head);
  if (bracket) return labelled('bracket', bracket[1], bracket[0]);
  const count = COUNT.exec(head);
  if (count) return labelled('count', count[1], count[0]);
  const digit = DIGIT.exec(head);
  if (digit) return labelled('digit', digit[1], digit[0]);
  const inner = DIGIT_BRACKET.exec(head);
  if (inner) return labelled('digitBracket', inner[1] ?? inner[2], inner[0]);
  const circle = CIRCLE.exec(head);
  return circle ? { kind: 'circle', number: head.charCodeAt(0) - 0x245f, length: 1 } : null;
}

function labelled(kind: LabelKind, numeral: string | undefined, matched: string): Label | null {
  const number = readNumber(numeral ?? '');
  return number === null || number === 0 ? null : { kind, number, length: matched.length };
}

const BOX = /^专栏(?:([0-9]{1,3})(?:[-—－][0-9]{1,3})?|([一二三四五六七八九十]{1,3}))[：:、.．]?(?=.)/;
const LONGEST_CAPTION = 60;

/** 专栏3 先进制造业重点工程: the caption of a box, which is a paragraph of its own. */
export function readCaption(text: string): Label | null {
  const box = text.length <= LONGEST_CAPTION && !text.includes('。') ? BOX.exec(text) : null;
  return box ? labelled('box', box[1] ?? box[2], box[0]) : null;
}

/** For joining wrapped lines: a line that begins like this begins a paragraph. Works on the source's own characters. */
export function startsWithLabel(line: string): boolean {
  const head = line.slice(0, 14).replace(/[\s\u3000]/g, '').replace(/\(/g, '（').replace(/\)/g, '）')
    .replace(/[０-９．]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  return readLabel(head) !== null || BOX.test(head) || head.startsWith('——');
}

export function rankOf(kind: LabelKind): number {
  return LABEL_KINDS.indexOf(kind);
}
