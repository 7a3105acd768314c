import { classify } from './classify-commitment.ts';
import { cutSpans, type Span } from './cut-spans.ts';
import { isCommitment } from './judge-sentence.ts';
import type { ReadSentence } from './number-sentences.ts';
import type { Commitment, OutlineNode, Reference, Target } from './plan-reading.ts';
import { contextOf } from './sentence-context.ts';
import { endOf, slicePart, startOf } from './source-text.ts';
import { suggestUnits } from './suggest-units.ts';

/** The commitments of the text in document order; none overlaps another. */
export function findCommitments(source: string, sentences: readonly ReadSentence[], reference: Reference): Commitment[] {
  const found: Commitment[] = [];
  sentences.forEach((one, i) => {
    const { sentence, chain } = one;
    if (sentence.kind !== 'body') return;
    const context = contextOf(chain);
    const first = sentences[i - 1]?.sentence.kind !== 'body';
    if (!isCommitment(one.part.text, context, titleOf(chain), first)) return;
    for (const span of cutSpans(one.part.text, context)) found.push(toCommitment(source, one, span, context === 'goal', reference));
  });
  return found;
}

function titleOf(chain: readonly OutlineNode[]): string {
  return chain.findLast((node) => node.number !== null && node.title !== '')?.title ?? '';
}

function toCommitment(source: string, one: ReadSentence, span: Span, goal: boolean, reference: Reference): Commitment {
  const { part, chain, sentence } = one;
  const own = slicePart(part, span.from, span.to);
  const start = startOf(own);
  const end = endOf(own);
  const target: Target | null = span.number ? { ...span.number.target, year: span.deadline === null ? null : Number(span.deadline.slice(0, 4)) } : null;
  const titles = chain.filter((node) => node.number !== null).map((node) => node.label + node.title);
  return {
    article: sentence.article, path: titles, start, end, text: source.slice(start, end),
    ...classify(own.text, goal || span.isTarget),
    suggested: suggestUnits(own.text, titleOf(chain), reference), districts: false,
    deadline: span.deadline, target,
  };
}
