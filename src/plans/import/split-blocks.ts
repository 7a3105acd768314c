import { readIndicatorRows, type IndicatorRow } from './indicator-rows.ts';
import { readDutyRows, type DutyRow } from './duty-rows.ts';
import { readCaption, readLabel, type Label } from './heading-labels.ts';
import { HeadingSequence, type Placed } from './heading-sequence.ts';
import { clausesHaveTitles, findTitle, type TitleRange } from './heading-title.ts';
import { markCodes } from './mark-codes.ts';
import { slicePart, type Paragraph } from './source-text.ts';

/** A paragraph, or the part of a glued paragraph that one label governs. */
export interface Block {
  part: Paragraph;
  placed: Placed | null;
  title: TitleRange | null;
  dash: number;
  role: 'body' | 'contents' | 'attachment' | 'table';
  /** The duty that a row of a table of duties states. */
  row: DutyRow | null;
  /** What a row of a table of indicators says. */
  indicator: IndicatorRow | null;
}

const DASH = /^(?:[—－-]{2,4})/;
const ATTACHMENT = /^(?:附件|附录|附表|名词解释)[0-9一二三四五六七八九十]{0,3}[：:]?/;
const GLOSSARY = /^(?:附[件录]?[0-9一二三四五六七八九十]{0,2}[：:]?)?(?:名词解释|名词注释|术语解释|有关名词解释|相关名词解释|名词说明)[：:]?$/;
const GLUED_LENGTH = 1200;

/** Cuts paragraphs where headings begin, and decides which labels are headings. */
export function splitBlocks(paragraphs: readonly Paragraph[], contents: ReadonlySet<number>): Block[] {
  const sequence = new HeadingSequence();
  const rows = readDutyRows(paragraphs);
  const indicators = readIndicatorRows(paragraphs);
  const titled = clausesHaveTitles(paragraphs);
  let glossary = false;
  return paragraphs.flatMap((paragraph, index) => {
    if (contents.has(index)) return [plainBlock(paragraph, 'contents')];
    if (paragraph.text.includes('\t')) return [{ ...plainBlock(paragraph, 'table'), row: rows.get(index) ?? null, indicator: indicators.get(index) ?? null }];
    if (ATTACHMENT.test(paragraph.text) && paragraph.text.length <= 40) {
      sequence.reset();
      glossary = GLOSSARY.test(paragraph.text);
      return [plainBlock(paragraph, 'attachment')];
    }
    if (glossary) return [plainBlock(paragraph, 'attachment')];
    const caption = readCaption(paragraph.text);
    return caption ? [captionBlock(paragraph, sequence.enterBox(caption))] : cutParagraph(paragraph, sequence, titled);
  });
}

function plainBlock(part: Paragraph, role: Block['role']): Block {
  return { part, placed: null, title: null, dash: role === 'body' ? (DASH.exec(part.text)?.[0].length ?? 0) : 0, role, row: null, indicator: null };
}

function captionBlock(part: Paragraph, placed: Placed): Block {
  return { part, placed, title: { from: placed.label.length, to: part.text.length, body: part.text.length }, dash: 0, role: 'body', row: null, indicator: null };
}

function cutParagraph(paragraph: Paragraph, sequence: HeadingSequence, titled: boolean): Block[] {
  const cuts = findCuts(paragraph, sequence);
  const blocks: Block[] = [];
  if ((cuts[0]?.at ?? paragraph.text.length) > 0) blocks.push(plainBlock(slicePart(paragraph, 0, cuts[0]?.at ?? paragraph.text.length), 'body'));
  cuts.forEach((cut, i) => {
    const part = slicePart(paragraph, cut.at, cuts[i + 1]?.at ?? paragraph.text.length);
    const underClause = cut.placed.parents.includes('clause');
    blocks.push({ part, placed: cut.placed, title: findTitle(part, cut.placed.label.length, cut.placed.label.kind, { underClause, titled }), dash: 0, role: 'body', row: null, indicator: null });
  });
  return blocks;
}

interface Cut {
  at: number;
  placed: Placed;
}

function findCuts(paragraph: Paragraph, sequence: HeadingSequence): Cut[] {
  const { text } = paragraph;
  const cuts: Cut[] = [];
  const glued = text.length > GLUED_LENGTH;
  let inTitle = false;
  for (let i = 0; i < text.length; i += 1) {
    const label = mayBegin(text, i, inTitle, glued) ? readLabel(text.slice(i, i + 12)) : null;
    const placed = label && allowed(label, i, text, inTitle, glued) ? sequence.accept(label, i > 0) : null;
    if (label && placed) {
      cuts.push({ at: i, placed });
      inTitle = true;
      i += label.length - 1;
    } else if (inTitle && '。！？；：'.includes(text[i] ?? '')) inTitle = false;
  }
  return cuts;
}

const STOPS = markCodes('。！？）”');
const OPENERS = markCodes('（一第');

function mayBegin(text: string, i: number, inTitle: boolean, glued: boolean): boolean {
  if (i === 0 || STOPS.has(text.charCodeAt(i - 1))) return true;
  return (inTitle || glued) && OPENERS.has(text.charCodeAt(i));
}

/** In the middle of a paragraph only labels that cannot be running text: after a full stop, or right behind a short heading. */
function allowed(label: Label, i: number, text: string, inTitle: boolean, glued: boolean): boolean {
  if (i === 0) return true;
  if (label.kind === 'digitBracket' || label.kind === 'circle' || label.kind === 'clause') return false;
  const afterStop = STOPS.has(text.charCodeAt(i - 1));
  if (inTitle && label.kind === 'bracket') return true;
  if (label.kind === 'digit') return glued && afterStop;
  return afterStop && (glued || label.number > 1);
}
