import type { Mark } from './coverage.ts';
import type { ReadSentence, TextNode } from './reading-queries.ts';

/** A sentence as it is drawn: an element with its permalink, and a mark where something has to be done. */
export interface SentenceView {
  anchor: string;
  href: string;
  text: string;
  /** red, yellow, green, grey, gap, none; null for text that asks nothing of anybody */
  mark: Mark | null;
  isGap: boolean;
  isHeading: boolean;
  current: boolean;
}

/** A heading or a paragraph of the text; a heading has one of h2 to h4. */
export interface TextBlock { h2: boolean; h3: boolean; h4: boolean; anchor: string | null; sentences: SentenceView[] }

const DEEPEST = 4;

/** The text as headings and paragraphs, in the order of the document. */
export function textBlocks(sentences: readonly ReadSentence[], nodes: readonly TextNode[], view: (sentence: ReadSentence) => SentenceView): TextBlock[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const blocks: { key: string; block: TextBlock }[] = [];
  for (const sentence of sentences) {
    const heading = headingOf(sentence, byId);
    const level = heading === null ? null : Math.min(DEEPEST, heading.depth + 2);
    const key = level === null ? `${sentence.nodeId}/${sentence.paragraph}` : `heading/${sentence.ordinal}`;
    const last = blocks.at(-1);
    if (last?.key === key) last.block.sentences.push(view(sentence));
    else blocks.push({ key, block: { h2: level === 2, h3: level === 3, h4: level === DEEPEST, anchor: heading === null ? null : `n-${heading.id}`, sentences: [view(sentence)] } });
  }
  return blocks.map((one) => one.block);
}

/** The numbered node of which the sentence is the heading; null for text, and for the headings of dash paragraphs, which stand in their line. */
function headingOf(sentence: ReadSentence, byId: ReadonlyMap<number, TextNode>): TextNode | null {
  const node = byId.get(sentence.nodeId);
  if (sentence.kind !== 'heading' || node === undefined || node.role === 'dash') return null;
  const own = node.role === 'heading' ? (byId.get(node.parentId ?? -1) ?? node) : node;
  return own.role === 'numbered' ? own : null;
}
