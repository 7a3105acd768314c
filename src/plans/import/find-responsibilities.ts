import type { Responsibility } from './plan-reading.ts';
import { asWritten, endOf, startOf, type Paragraph } from './source-text.ts';
import type { Block } from './split-blocks.ts';
import { readStatedDuty, statesFirstLeads, type StatedDuty } from './stated-duty.ts';
import { statedDeadlines } from './stated-deadlines.ts';

const OPENERS = '（【';
const ABOUT_DUTY = /负责|牵头|责任(?:单位|部门|主体)|(?:主办|承办|配合|参与|落实|协办|实施)(?:单位|部门)|会同|配合|参与|落实/;
const BARE_LIST = /[。！；]$/;
const LINE = /(?:^|。)((?:市|省)?(?:牵头|责任|主责|主办)(?:单位|部门|主体)[：:])/;

/** The duties that the text itself states, in document order. */
export function findResponsibilities(source: string, blocks: readonly Block[]): Responsibility[] {
  const parts = blocks.map((block) => block.part);
  const firstLeads = parts.some((part) => statesFirstLeads(part.text));
  return blocks.flatMap(({ part, row, role }) => {
    if (row) return [placed(source, part, 0, part.text.length, row.duty, [])];
    return role === 'contents' || role === 'table' ? [] : [...bracketDuties(source, part, firstLeads), ...lineDuty(source, part, firstLeads)];
  });
}

/** "牵头单位：A。责任单位：B。" as a line of its own or behind the last sentence. */
function lineDuty(source: string, part: Paragraph, firstLeads: boolean): Responsibility[] {
  const match = LINE.exec(part.text);
  if (!match) return [];
  const from = match.index + match[0].length - (match[1] ?? '').length;
  const duty = readStatedDuty(part.text.slice(from), firstLeads);
  return duty ? [placed(source, part, from, part.text.length, duty, statedDeadlines(part.text.slice(0, from)))] : [];
}

function bracketDuties(source: string, part: Paragraph, firstLeads: boolean): Responsibility[] {
  const found: Responsibility[] = [];
  const { text } = part;
  const ends = bracketEnds(text);
  let covered = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!OPENERS.includes(text[i] ?? '')) continue;
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
  return to === text.length && BARE_LIST.test(text.slice(0, from));
}

const LONGEST_REMARK = 400;

/** For every opening bracket the index behind the one that closes it, found in one pass. */
function bracketEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const one = text[i] ?? '';
    if ('（〔【'.includes(one)) open.push(i);
    else if ('）〕】'.includes(one)) {
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
