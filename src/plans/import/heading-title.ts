import type { LabelKind } from './heading-labels.ts';
import { isDutyRemark } from './stated-duty.ts';
import { startOf, type Paragraph } from './source-text.ts';

const LONGEST_TITLE = 90;
const CJK = /^[\u4e00-\u9fff]{2}$/;
/** Headings that every such document has; text glued behind them without a full stop is body. */
const FIXED = /^(?:总体要求|指导思想|基本原则|工作原则|总体目标|主要目标|工作目标|发展目标|目标任务|主要任务|重点任务|工作任务|保障措施|组织保障|组织领导|组织实施|工作要求|有关要求|总则|附则)(?![，、和与及及其。：（]|$)/;

export interface TitleRange {
  from: number;
  to: number;
  /** Where the body begins; equals the part's length when the paragraph is a heading only. */
  body: number;
}

/** Finds the title behind a label. `bodyless`: kinds such as 第X条 whose text is body from the first character. */
export function findTitle(part: Paragraph, from: number, kind: LabelKind, law: { underClause: boolean; titled: boolean }): TitleRange {
  const { text } = part;
  if (law.underClause || (kind === 'clause' && !(law.titled && TITLED_CLAUSE.test(text)))) return clauseTitle(text, from);
  const glued = FIXED.exec(text.slice(from, from + 12));
  if (glued && text.length - from > 30) return { from, to: from + glued[0].length, body: from + glued[0].length };
  const stop = firstOf(text, from, '。！？');
  const colon = text.indexOf('：', from);
  if (colon > from && colon - from <= 24 && (stop < 0 || colon < stop) && !/[“《（]/.test(text.slice(from, colon))) return { from, to: colon, body: colon + 1 };
  const spaced = spacedTitle(part, from, stop < 0 ? text.length : stop);
  if (spaced !== null) return { from, to: spaced, body: spaced };
  if (stop >= 0 && stop - from <= LONGEST_TITLE) return { from, to: beforeRemark(text, from, stop), body: stop + 1 };
  if (stop < 0 && text.length - from <= LONGEST_TITLE) return { from, to: beforeRemark(text, from, withoutTail(text)), body: text.length };
  return { from, to: from, body: from };
}

/** 加快水利枢纽建设（市水利局）: who does it is not part of the title. */
function beforeRemark(text: string, from: number, to: number): number {
  const open = text[to - 1] === '）' ? text.lastIndexOf('（', to) : -1;
  return open > from && isDutyRemark(text.slice(open + 1, to - 1)) ? open : to;
}

const CLAUSE = /^第[0-9一二三四五六七八九十百零]{1,5}条/;
const TITLED_CLAUSE = /^第[0-9一二三四五六七八九十百零]{1,5}条[^，；：。]{2,30}(?:。.|$)/;
const LEAST_CLAUSES = 3;

/** In measures 第三条 支持企业落户。对…… has a heading; in regulations 第三条 is followed by the rule itself. */
export function clausesHaveTitles(paragraphs: readonly Paragraph[]): boolean {
  const clauses = paragraphs.filter(({ text }) => CLAUSE.test(text));
  return clauses.length >= LEAST_CLAUSES && clauses.filter(({ text }) => TITLED_CLAUSE.test(text)).length * 2 >= clauses.length;
}

function clauseTitle(text: string, from: number): TitleRange {
  const close = text[from] === '【' ? text.indexOf('】', from) : -1;
  return close > 0 ? { from: from + 1, to: close, body: close + 1 } : { from, to: from, body: from };
}

function firstOf(text: string, from: number, marks: string): number {
  for (let i = from; i < text.length; i += 1) if (marks.includes(text[i] ?? '')) return i;
  return -1;
}

function withoutTail(text: string): number {
  return /[；，、：]$/.test(text) ? text.length - 1 : text.length;
}

/** "一、总体要求 以…为指导，…": a space in the source separates a short heading from a long text. */
function spacedTitle(part: Paragraph, from: number, stop: number): number | null {
  if (stop - from < 45) return null;
  for (let i = from + 2; i < from + 32; i += 1) {
    const gap = startOf(part, i) - startOf(part, i - 1);
    if (/[，。；：“”（）]/.test(part.text[i - 1] ?? '')) return null;
    if (gap > 1 && gap < 6 && CJK.test((part.text[i - 1] ?? '') + (part.text[i] ?? ''))) return i;
  }
  return null;
}
