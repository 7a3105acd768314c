import { classify } from './classify-commitment.ts';
import { cutSpans, type Span } from './cut-spans.ts';
import { divideByLead } from './divide-by-lead.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { isCommitment } from './judge-sentence.ts';
import type { ReadSentence } from './number-sentences.ts';
import type { Commitment, OutlineNode, Reference, Responsibility, Target } from './plan-reading.ts';
import { applyStatedDuties } from './apply-stated-duties.ts';
import { contextOf, isReview, type Context } from './sentence-context.ts';
import { endOf, slicePart, startOf, type Paragraph } from './source-text.ts';
import { suggestUnits } from './suggest-units.ts';
import { mixIn, TitleWeights, weighText, type Evidence, type Weights } from './weigh-duties.ts';
import { yearlessDeadline } from './yearless-deadline.ts';

/** Nobody promises anything in a sentence longer than this; it keeps the work on hostile text in bounds. */
export const LONGEST_SENTENCE = 4000;

interface Found {
  one: ReadSentence;
  span: Span;
  own: Paragraph;
  context: Context;
  weights: Weights;
}

/** The commitments of the text in document order; none overlaps another. */
export function findCommitments(source: string, sentences: readonly ReadSentence[], stated: { duties: readonly Responsibility[]; year: number | null }, reference: Reference): Commitment[] {
  const found = sentences.flatMap((one, i) => spansOf(one, sentences[i - 1]?.sentence.kind !== 'body', reference));
  const articles = weighArticles(found);
  const none: Weights = new Map<number, Evidence>();
  const titles = new TitleWeights(reference.units);
  const commitments = found.map((each) => toCommitment(source, each, articles.get(holderOf(each.one.chain)) ?? none, titles, reference));
  const dated = stated.year === null ? commitments : commitments.map((one) => ({ ...one, deadline: one.deadline ?? yearlessDeadline(one.text, stated.year ?? 0) }));
  return applyStatedDuties(dated, { ...stated, places: found.map(({ one }) => one), sentences }, reference);
}

function spansOf(one: ReadSentence, first: boolean, reference: Reference): Found[] {
  if (one.indicator) return isReview(one.chain) ? [] : [indicatorOf(one, one.indicator, reference)];
  if (one.sentence.kind !== 'body' || one.part.text.length > LONGEST_SENTENCE) return [];
  const context = contextOf(one.chain, one.part.text);
  if (!isCommitment(one.part.text, context, titleOf(one.chain), first)) return [];
  const spans = cutSpans(one.part.text, context).flatMap((span) => (context === 'task' ? divideByLead(one.part.text, span, reference.units) : [span]));
  return spans.map((span) => {
    const own = slicePart(one.part, span.from, span.to);
    return { one, span, own, context, weights: weighText(own.text, reference.units) };
  });
}

function indicatorOf(one: ReadSentence, { year }: IndicatorRow, reference: Reference): Found {
  const span: Span = { from: 0, to: one.part.text.length, deadline: year === null ? null : `${String(year)}-12-31`, number: null, isTarget: true };
  return { one, span, own: one.part, context: 'goal', weights: weighText(one.part.text, reference.units) };
}

function holderOf(chain: readonly OutlineNode[]): OutlineNode | undefined {
  return chain.findLast((node) => node.number !== null);
}

function titleOf(chain: readonly OutlineNode[]): string {
  return chain.findLast((node) => node.title !== '')?.title ?? '';
}

/** What each article is about as a whole: every commitment in it has one vote. */
function weighArticles(found: readonly Found[]): Map<OutlineNode | undefined, Weights> {
  const articles = new Map<OutlineNode | undefined, Weights>();
  for (const { one, weights } of found) {
    const holder = holderOf(one.chain);
    const total = articles.get(holder) ?? new Map<number, Evidence>();
    mixIn(total, weights, 1);
    articles.set(holder, total);
  }
  return articles;
}

function toCommitment(source: string, { one, span, own, context, weights }: Found, article: Weights, headings: TitleWeights, reference: Reference): Commitment {
  const start = startOf(own);
  const end = endOf(own);
  const target: Target | null = one.indicator ? (one.indicator.targets[0] ?? null) : span.number ? { ...span.number.target, year: span.deadline === null ? null : Number(span.deadline.slice(0, 4)) } : null;
  const titles = one.chain.filter((node) => node.number !== null);
  const chapter = titles.find((node) => node.level === 'chapter')?.title ?? '';
  return {
    article: one.sentence.article, path: titles.map((node) => node.label + node.title), start, end, text: source.slice(start, end),
    ...classify(own.text, context === 'goal' || span.isTarget),
    suggested: suggestUnits(own.text, weights, { title: headings.of(titleOf(one.chain)), chapter: headings.of(chapter), article }, reference),
    districts: DISTRICTS.test(own.text),
    deadline: span.deadline, target,
  };
}

const DISTRICTS = /区县|县（市|县（区|县市区|乡镇|街道|社区|村|城乡|农村|基层|各地|全市|市域/;
