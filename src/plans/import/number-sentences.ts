import type { BuiltNode } from './build-outline.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { OutlineNode, Sentence } from './plan-reading.ts';
import { endOf, slicePart, startOf, type Paragraph } from './source-text.ts';
import type { Block } from './split-blocks.ts';
import { DUTY_LINE } from './stated-duty.ts';
import { DUTY, runInHeading, splitSentences, type Piece } from './split-sentences.ts';

/** A sentence with what later steps need and the caller does not. */
export interface ReadSentence {
  sentence: Sentence;
  part: Paragraph;
  /** Enclosing nodes, outermost first, the sentence's own node last. */
  chain: OutlineNode[];
  /** What it says where it is a row of a table of indicators. */
  indicator: IndicatorRow | null;
}

interface Counter {
  paragraph: number;
}

/** Numbers every sentence so that it can be cited: 第23条第2段第1句, or 第3章导语第1句. */
export function numberSentences(source: string, roots: readonly BuiltNode[]): ReadSentence[] {
  const found: ReadSentence[] = [];
  let index = -1;
  const visit = (built: BuiltNode, chain: OutlineNode[], counter: Counter, runIn: boolean): void => {
    index += 1;
    const own = [...chain, built.node];
    const inner = built.node.role === 'numbered' && built.node.level !== 'item' ? { paragraph: 0 } : counter;
    const [article, chapter] = [numberAt(own, 'article'), numberAt(own, 'chapter')];
    for (const block of built.blocks) {
      const pieces = asTask(built, block, splitSentences(block, built.node.role === 'paragraph' && runIn));
      if (pieces.some((piece) => piece.kind === 'body') || built.node.role === 'dash') inner.paragraph += 1;
      let number = 0;
      for (const { part, kind } of pieces) {
        if (part.text === '') continue;
        if (kind === 'body') number += 1;
        const start = startOf(part);
        const end = endOf(part);
        found.push({ sentence: { node: index, article, chapter, paragraph: inner.paragraph, number: kind === 'body' ? number : 0, start, end, text: source.slice(start, end), kind }, part, chain: own, indicator: kind === 'body' ? block.indicator : null });
      }
    }
    const runInBelow = hasRunInHeadings(built);
    for (const child of built.children) visit(child, own, inner, runInBelow);
  };
  const top: Counter = { paragraph: 0 };
  for (const root of roots) visit(root, [], top, false);
  return found;
}

/** A numbered line with nothing below it but who does it is itself what is to be done. */
function asTask(built: BuiltNode, block: Block, pieces: readonly Piece[]): readonly Piece[] {
  const label = block.placed?.label;
  const [first] = pieces;
  if (!label || label.kind === 'box' || first?.kind !== 'heading' || pieces.some((piece) => piece.kind === 'body')) return pieces;
  const holder = built.node.role === 'heading' ? built.parent : built;
  const isSaid = pieces.length > 1 || isWholeSentence(first.part.text) || holder?.node.level === 'article' || holder?.node.level === 'item'; // （四）降低成本。（市工信局负责）under a chapter too
  if (!holder || !isSaid || !holder.children.every((child) => child === built || isDutyLine(child))) return pieces;
  return [{ part: slicePart(first.part, label.length, first.part.text.length), kind: 'body' }, ...pieces.slice(1)];
}

const isWholeSentence = (text: string): boolean => text.endsWith('。') && text.includes('，');

function isDutyLine(built: BuiltNode): boolean {
  return built.children.length === 0 && built.blocks.every((block) => block.placed === null && (DUTY_LINE.test(block.part.text) || DUTY.test(block.part.text)));
}

const MOSTLY = 0.6;

/** Paragraphs of a report open with a heading of their own when at least two beside each other do: for longer ones, or for most. */
function hasRunInHeadings(parent: BuiltNode): boolean {
  const paragraphs = parent.children.filter((child) => child.node.role === 'paragraph');
  const opened = (least: number): number => paragraphs.filter((child) => runInHeading(child.blocks[0]?.part.text ?? '', least) > 0).length;
  return opened(2) >= 2 || (opened(1) >= 2 && opened(1) >= paragraphs.length * MOSTLY);
}

function numberAt(chain: readonly OutlineNode[], level: OutlineNode['level']): number | null {
  return chain.findLast((node) => node.level === level && node.number !== null)?.number ?? null;
}
