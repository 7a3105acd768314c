import { clauseVerb } from './clause-verb.ts';
import type { DutyRow } from './duty-rows.ts';
import { markCodes } from './mark-codes.ts';
import { DUTY_LINE, readStatedDuty } from './stated-duty.ts';
import { slicePart, type Paragraph } from './source-text.ts';
import type { Block } from './split-blocks.ts';

export interface Piece {
  part: Paragraph;
  kind: 'heading' | 'body' | 'duty';
}

const LONGEST_RUN_IN = 26;
const CLOSERS = markCodes('”’）》」】');
const STOPS = markCodes('。！？');
const REMARK_OPENERS = markCodes('（〔【');
const BRACKETS_OPEN = markCodes('（〔【[');
const BRACKETS_CLOSE = markCodes('）〕】]');
/** Remarks in brackets that say who is responsible or until when. */
export const DUTY = /^[（(【\[〔](?=[^）]{0,400}(?:负责|牵头|责任单位|责任部门|责任科室|责任处室|配合单位|完成时[限间]|参与单位|主办|承办))/;

/** The heading, the sentences and the duty remarks of one block, in order; nothing of its text is left out. */
export function splitSentences(block: Block, runIn = false): Piece[] {
  const { part, title, dash } = block;
  if (block.indicator) return splitIndicator(part, block.indicator.from);
  if (block.row) return splitRow(part, block.row);
  const pieces: Piece[] = [];
  let from = 0;
  if (title && title.to > title.from) {
    from = Math.min(part.text.length, title.body);
    pieces.push({ part: slicePart(part, 0, from), kind: 'heading' });
  } else if (dash > 0) {
    const stop = part.text.indexOf('。');
    if (stop > 0 && stop <= dash + 40 && stop < part.text.length - 1) {
      from = stop + 1;
      pieces.push({ part: slicePart(part, 0, from), kind: 'heading' });
    }
  }
  if (from === 0 && runIn) {
    from = runInHeading(part.text);
    if (from > 0) pieces.push({ part: slicePart(part, 0, from), kind: 'heading' });
  }
  return [...pieces, ...splitBody(slicePart(part, from, part.text.length), title && from === 0 ? (block.placed?.label.length ?? 0) : 0)];
}

/** The task of a row in sentences; what stands before it names the group, what stands behind it the units. */
function splitRow(part: Paragraph, row: DutyRow): Piece[] {
  const before: Piece[] = row.from > 0 ? [{ part: slicePart(part, 0, row.from - 1), kind: 'heading' }] : [];
  const behind: Piece[] = row.to < part.text.length ? [{ part: slicePart(part, row.to + 1, part.text.length), kind: 'duty' }] : [];
  return [...before, ...splitBody(slicePart(part, row.from, row.to), 0), ...behind];
}

/** An indicator with its values is one sentence; what stands before it is a group's name or a number. */
function splitIndicator(part: Paragraph, from: number): Piece[] {
  const before: Piece[] = part.text.slice(0, from).trim() === '' ? [] : [{ part: slicePart(part, 0, from), kind: 'heading' }];
  return [...before, { part: slicePart(part, from, part.text.length), kind: 'body' }];
}

/** Length of an unnumbered heading that opens a paragraph (推动产业链供应链优化升级。), else 0. */
export function runInHeading(text: string, least = 1): number {
  const stop = text.indexOf('。');
  if (stop < 4 || stop > LONGEST_RUN_IN || /[，；：]/.test(text.slice(0, stop))) return 0;
  const sentences = text.slice(stop + 1).split('。').length - 1;
  return sentences >= least && clauseVerb(text.slice(0, stop)) !== null ? stop + 1 : 0;
}

/** Cuts a text at full stops outside brackets and quotation marks. */
function splitBody(part: Paragraph, label: number): Piece[] {
  const { text } = part;
  const pieces: Piece[] = [];
  let from = label;
  let i = label;
  while (i < text.length) {
    const isRemark = i === from && startsRemark(text, i);
    const to = isRemark ? closingBracket(text, i) : sentenceEnd(text, i);
    if (to < 0) {
      i += 1;
      continue;
    }
    const kind = isRemark || DUTY_LINE.test(text.slice(from, from + 12)) ? 'duty' : 'body';
    pieces.push({ part: slicePart(part, from, to), kind });
    from = to;
    i = to;
  }
  if (from < text.length) pieces.push({ part: slicePart(part, from, text.length), kind: DUTY_LINE.test(text.slice(from, from + 12)) ? 'duty' : 'body' });
  return pieces;
}

/** （市商务局负责）, or （市商务局、市财政局）closing a paragraph. */
function startsRemark(text: string, i: number): boolean {
  if (!REMARK_OPENERS.has(text.charCodeAt(i))) return false;
  if (DUTY.test(text.slice(i, i + 420))) return true;
  const to = closingBracket(text, i);
  return to >= text.length && to - i <= LONGEST_LIST && readStatedDuty(text.slice(i + 1, text.lastIndexOf('）')), false) !== null;
}

/** Index behind a sentence that ends at `i`, or -1. */
function sentenceEnd(text: string, i: number): number {
  if (!STOPS.has(text.charCodeAt(i))) return -1;
  let to = i + 1;
  while (CLOSERS.has(text.charCodeAt(to))) to += 1;
  return to;
}

const LONGEST_BRACKET = 400;
const LONGEST_LIST = 200;

/** Index behind the bracket that closes the one at `i`, nested brackets counted; -1 when it stays open. */
export function closingBracket(text: string, i: number): number {
  let depth = 0;
  for (let at = i; at < text.length && at - i < LONGEST_BRACKET; at += 1) {
    const code = text.charCodeAt(at);
    if (BRACKETS_OPEN.has(code)) depth += 1;
    else if (BRACKETS_CLOSE.has(code)) {
      depth -= 1;
      if (depth === 0) return '。；'.includes(text[at + 1] ?? ' ') ? at + 2 : at + 1;
    }
  }
  return -1;
}
