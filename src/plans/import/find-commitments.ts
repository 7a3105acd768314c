import { readNumber } from './chinese-number.ts';
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
import { suggestUnits, type Surroundings } from './suggest-units.ts';
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

/** What somebody must do, and by where a commitment starts the numbers that it names besides its own. */
export interface FoundCommitments { commitments: Commitment[]; further: Map<number, Target[]> }

/** The commitments of the text in document order; none overlaps another. */
export function findCommitments(source: string, sentences: readonly ReadSentence[], stated: { duties: readonly Responsibility[]; year: number | null }, reference: Reference): FoundCommitments {
  const found = sentences.flatMap((one, i) => spansOf(one, sentences[i - 1]?.sentence.kind !== 'body', reference));
  const around = surroundings(weighArticles(found), reference);
  const commitments = found.map((each) => toCommitment(source, each, around(each.one.chain), reference));
  const dated = stated.year === null ? commitments : commitments.map((one) => ({ ...one, deadline: one.deadline ?? yearlessDeadline(one.text, stated.year ?? 0) }));
  return { further: furtherTargets(found), commitments: applyStatedDuties(dated, { ...stated, places: found.map(({ one }) => one), sentences }, reference) };
}

const yearOf = ({ deadline }: Span): number | null => (deadline === null ? null : Number(deadline.slice(0, 4)));

const TWO_YEARS = /^(?:力争)?[到至]?[^，、和]{4,5}年[底末]?[、和]到?([^，、和]{4})年[底末]?，/;

/** 到2025年、2035年，森林覆盖率分别达到62%和65%: the second number of one thing is that of the second year. */
function laterYear(text: string, { number }: Span, name: string): number | null {
  const year = number?.target.name === name && number.further.length === 1 ? TWO_YEARS.exec(text)?.[1] : undefined;
  return year === undefined ? null : readNumber(year);
}

function furtherTargets(found: readonly Found[]): Map<number, Target[]> {
  return new Map(found.flatMap(({ one, span, own }) => {
    const further = one.indicator ? one.indicator.targets.slice(1) : (span.number?.further ?? []).map((target) => ({ ...target, year: laterYear(own.text, span, target.name) ?? yearOf(span) }));
    return further.length === 0 ? [] : [[startOf(own), further] as const];
  }));
}

function spansOf(one: ReadSentence, first: boolean, reference: Reference): Found[] {
  if (one.indicator) return isReview(one.chain) ? [] : [indicatorOf(one, one.indicator, reference)];
  if (one.sentence.kind !== 'body' || one.part.text.length > LONGEST_SENTENCE) return [];
  const context = contextOf(one.chain, one.part.text);
  if (!isCommitment(one.part.text, context, titleOf(one.chain), first)) return [];
  const spans = cutSpans(one.part.text, context).flatMap((span) => (context === 'task' ? divideByLead(one.part.text, span, reference.units) : [span]));
  return spans.map((span) => {
    const own = slicePart(one.part, span.from, span.to);
    return { one, span, own, context, weights: weigh(own.text, span, reference) };
  });
}

/** 年均增长15%以上 alone names nobody's field; what it measures does. */
function weigh(text: string, { number }: Span, { units }: Reference): Weights {
  const weights = weighText(text, units);
  return weights.size > 0 || number === null ? weights : weighText(number.target.name, units);
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

function toCommitment(source: string, { one, span, own, context, weights }: Found, { path, title, chapter, article }: Around, reference: Reference): Commitment {
  const start = startOf(own);
  const end = endOf(own);
  const target: Target | null = one.indicator ? (one.indicator.targets[0] ?? null) : span.number ? { ...span.number.target, year: yearOf(span) } : null;
  return {
    article: one.sentence.article, path, start, end, text: source.slice(start, end),
    ...classify(own.text, context === 'goal' || span.isTarget),
    suggested: suggestUnits(own.text, weights, { title, chapter, article }, reference),
    districts: DISTRICTS.test(own.text),
    deadline: span.deadline, target,
  };
}

/** What the nodes around a sentence give to all commitments in it. */
interface Around extends Surroundings {
  path: string[];
}

function surroundings(articles: ReadonlyMap<OutlineNode | undefined, Weights>, reference: Reference): (chain: readonly OutlineNode[]) => Around {
  const headings = new TitleWeights(reference.units);
  let last: { chain: readonly OutlineNode[]; around: Around } | null = null; // sentences of one place follow each other
  return (chain) => {
    if (last?.chain !== chain) last = { chain, around: aroundOf(chain, articles, headings) };
    return last.around;
  };
}

function aroundOf(chain: readonly OutlineNode[], articles: ReadonlyMap<OutlineNode | undefined, Weights>, headings: TitleWeights): Around {
  const titles = chain.filter((node) => node.number !== null);
  return {
    path: titles.map((node) => node.label + node.title), title: headings.of(titleOf(chain)), article: articles.get(holderOf(chain)) ?? new Map<number, Evidence>(),
    chapter: headings.of(titles.find((node) => node.level === 'chapter')?.title ?? ''),
  };
}

const DISTRICTS = /区县|县（市|县（区|县市区|乡镇|街道|社区|村|城乡|农村|基层|各地|全市|市域/;
