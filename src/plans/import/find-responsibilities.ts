import { markCodes } from './mark-codes.ts';
import type { Responsibility } from './plan-reading.ts';
import { asWritten, endOf, startOf, type Paragraph } from './source-text.ts';
import type { Block } from './split-blocks.ts';
import { DUTY_LINE, readStatedDuty, statesFirstLeads, type StatedDuty } from './stated-duty.ts';
import { namesBureausOnly } from './unit-names.ts';
import { statedDeadlines } from './stated-deadlines.ts';

const OPENERS = markCodes('（【〔');
const CLOSERS = markCodes('）〕】');
const ABOUT_DUTY = /负责|牵头|责任(?:单位|部门|主体|科室|处室)|(?:主办|承办|配合|参与|落实|协办|实施)(?:单位|部门)|会同|配合|参与|落实/;
const BARE_LIST = /[。！；]$/;
const LINE = /(?:^|。)((?:上述|以上)?(?:市|省)?(?:牵头|责任|主责|主办)(?:单位|部门|主体|科室|处室)[：:])/;

/** The duties that the text itself states, in document order. */
export function findResponsibilities(source: string, blocks: readonly Block[]): Responsibility[] {
  const firstLeads = blocks.some(({ part }) => statesFirstLeads(part.text));
  return blocks.flatMap((block, i) => {
    const { part, row, role } = block;
    if (row) return [placed(source, part, 0, part.text.length, row.duty, [])];
    if (role === 'contents' || role === 'table' || isFurtherLine(blocks, i)) return [];
    return [...bracketDuties(source, part, firstLeads), ...lineDuty(source, blocks, i, firstLeads)];
  });
}

/** "牵头单位：A。责任单位：B。" behind the last sentence, or as lines of their own, each with one label. */
function lineDuty(source: string, blocks: readonly Block[], i: number, firstLeads: boolean): Responsibility[] {
  const { part } = blocks[i] ?? { part: null };
  const label = part ? LINE.exec(part.text) : null;
  if (!part || !label) return [];
  const from = label.index + label[0].length - (label[1] ?? '').length;
  const further = linesBehind(blocks, i);
  const last = further.at(-1) ?? part;
  const duty = readStatedDuty([part.text.slice(from), ...further.map((line) => line.text)].join('；'), firstLeads);
  if (!duty) return [];
  const one = placed(source, part, from, part.text.length, duty, statedDeadlines(part.text.slice(0, from)));
  return [{ ...one, raw: one.raw + further.map((line) => asWritten(source, line)).join(''), end: endOf(last) }];
}

function linesBehind(blocks: readonly Block[], i: number): Paragraph[] {
  const lines: Paragraph[] = [];
  for (let at = i + 1; isFurtherLine(blocks, at); at += 1) lines.push((blocks[at] as Block).part);
  return lines;
}

/** 配合单位：B below 牵头单位：A is part of the same duty. */
function isFurtherLine(blocks: readonly Block[], i: number): boolean {
  const [before, block] = [blocks[i - 1], blocks[i]];
  if (!before || !block || block.placed || !DUTY_LINE.test(block.part.text) || /^(?:牵头|主责)/.test(block.part.text)) return false;
  return LINE.test(before.part.text) || (before.placed === null && DUTY_LINE.test(before.part.text));
}

function bracketDuties(source: string, part: Paragraph, firstLeads: boolean): Responsibility[] {
  const found: Responsibility[] = [];
  const { text } = part;
  const ends = bracketEnds(text);
  let covered = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!OPENERS.has(text.charCodeAt(i))) continue;
    const to = ends.get(i) ?? -1;
    const inside = to < 0 ? '' : text.slice(i + 1, to - 1);
    const duty = ABOUT_DUTY.test(inside) || isBareList(text, i, to) ? readStatedDuty(inside, firstLeads) : null;
    if (!duty) continue;
    found.push(placed(source, part, i, to, duty, statedDeadlines(text.slice(covered, i))));
    covered = to;
    i = to - 1;
  }
  return found;
}

/** （市发展改革委、市财政局）behind a full stop, closing the paragraph: a list of units without a verb. */
function isBareList(text: string, from: number, to: number): boolean {
  if (to < text.length && !/^[。；]$/.test(text.slice(to, to + 2))) return false;
  return (to === text.length && BARE_LIST.test(text.slice(0, from))) || (to > 0 && namesBureausOnly(text.slice(from + 1, to - 1)));
}

const LONGEST_REMARK = 400;

/** For every opening bracket the index behind the one that closes it, found in one pass. */
function bracketEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (OPENERS.has(code)) open.push(i);
    else if (CLOSERS.has(code)) {
      const from = open.pop();
      if (from !== undefined && i - from < LONGEST_REMARK) ends.set(from, i + 1);
    }
  }
  return ends;
}

function placed(source: string, part: Paragraph, from: number, to: number, duty: StatedDuty, deadlines: readonly string[]): Responsibility {
  return {
    raw: asWritten(source, part, from, to), start: startOf(part, from), end: endOf(part, to),
    lead: duty.lead, others: duty.others, generic: duty.generic, joint: duty.joint, deadline: [...deadlines, ...duty.deadline],
  };
}
