import { headingText } from '../plans/plan.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { planTabs, planHead } from './plan-tabs.ts';
import type { OutlineEntry, PlanCard } from '../plans/plan-queries.ts';
import type { Page } from '../web/answer.ts';
import { chipView, type Chips } from '../web/view-parts.ts';
import { coverageBar } from './coverage-count.ts';
import { worstMark, type Mark } from './coverage.ts';
import type { PlanCoverage } from './coverage-queries.ts';
import type { DetailsView } from './details-view.ts';
import { outlineView } from './outline-view.ts';
import { addressQuery, type ReadingAddress, type Shown } from './reading-address.ts';
import type { ReadSentence, TextNode } from './reading-queries.ts';
import { textBlocks, type SentenceView } from './reading-text.ts';

export interface Reading {
  plan: PlanCard;
  outline: OutlineEntry[];
  nodes: TextNode[];
  /** Those of the chapter that is shown, or all. */
  sentences: ReadSentence[];
  coverage: PlanCoverage;
  /** Sentences in whose tasks the viewer's unit has a part. */
  mine: ReadonlySet<number>;
  chosen: ReadSentence | null;
  details: DetailsView | null;
}

/** The plan's own text with what has become of each sentence (INTERFACE, 规划文本). */
export function readingPage(viewer: Viewer, address: ReadingAddress, reading: Reading): Page {
  const { t } = viewer;
  const { plan, outline, coverage, chosen } = reading;
  const chapterId = chosen?.chapterId ?? address.chapterId;
  return {
    view: 'coverage/reading',
    data: {
      title: plan.shortTitle,
      head: planHead(viewer, plan),
      tabs: planTabs(viewer, plan.id, 'text'),
      bar: coverageBar(t, t('coverage.whole_plan'), coverage.commitments, `/plans/${plan.id}/commitments`),
      filters: filterChips(viewer, address),
      gaps: gapLinks(address, coverage, chosen),
      outline: outlineView(t, outline, coverage.commitments, {
        planId: plan.id, chapterId, articleId: chosen?.articleId ?? null, hrefOf: (entry) => headingHref(address, entry),
      }),
      blocks: textBlocks(reading.sentences, reading.nodes, sentenceView(address, reading)),
      neighbours: address.chapterId === null ? [] : neighbours(outline, address),
      details: reading.details,
    },
  };
}

/** Draws a sentence with the mark that the filter leaves it. */
function sentenceView(address: ReadingAddress, { coverage, mine, chosen }: Reading): (sentence: ReadSentence) => SentenceView {
  return (sentence) => {
    const marks = shownMarks(address.show, coverage.marks.get(sentence.id) ?? [], mine.has(sentence.id));
    const mark = worstMark(marks);
    return {
      anchor: `s-${sentence.ordinal}`, href: addressQuery({ ...address, sentence: sentence.ordinal }), text: sentence.text,
      mark, isGap: marks.includes('gap'), isHeading: sentence.kind === 'heading', current: sentence.id === chosen?.id,
    };
  };
}

function shownMarks(show: Shown, marks: readonly Mark[], isMine: boolean): readonly Mark[] {
  if (show === 'mine') return isMine ? marks : [];
  return show === 'all' ? marks : marks.filter((mark) => mark === show);
}

/** A heading in the outline: the place in the text where the whole is shown, else its chapter. */
const headingHref = (address: ReadingAddress, entry: OutlineEntry): string =>
  `${addressQuery({ ...address, chapterId: address.chapterId === null ? null : entry.chapterId, sentence: null })}#n-${entry.id}`;

function filterChips({ t, actor }: Viewer, address: ReadingAddress): Chips {
  const hasUnit = actor.role === 'head' || actor.role === 'clerk';
  const shown: Shown[] = hasUnit ? ['all', 'mine', 'gap', 'red'] : ['all', 'gap', 'red'];
  return { label: t('coverage.filter.label'), items: shown.map((show) => chipView(t(`coverage.filter.${show}`), addressQuery({ ...address, show }), { current: show === address.show })) };
}

interface GapLinks { count: number; href: string; previous: string | null; next: string | null }

/** Where the gaps before and behind the chosen sentence are; from the beginning where none is chosen. */
function gapLinks(address: ReadingAddress, { commitments }: PlanCoverage, chosen: ReadSentence | null): GapLinks {
  const gaps = commitments.filter((c) => c.state === 'gap');
  const at = chosen?.ordinal ?? -1;
  const hrefOf = (gap: (typeof gaps)[number] | undefined): string | null =>
    gap === undefined ? null : addressQuery({ ...address, chapterId: address.chapterId === null ? null : gap.chapterId, sentence: gap.sentenceOrdinal });
  return {
    count: gaps.length, href: `/plans/${address.planId}/commitments?state=gap`,
    previous: hrefOf(gaps.findLast((gap) => gap.sentenceOrdinal < at)), next: hrefOf(gaps.find((gap) => gap.sentenceOrdinal > at)),
  };
}

/** The chapters before and behind the shown one. */
function neighbours(outline: readonly OutlineEntry[], address: ReadingAddress): { label: string; href: string; rel: string }[] {
  const chapters = outline.filter((entry) => entry.parentId === null);
  const at = chapters.findIndex((chapter) => chapter.id === address.chapterId);
  return [{ chapter: chapters[at - 1], rel: 'prev' }, { chapter: chapters[at + 1], rel: 'next' }].flatMap(({ chapter, rel }) => (
    chapter === undefined ? [] : [{ label: headingText(chapter), href: addressQuery({ ...address, chapterId: chapter.id, sentence: null }), rel }]
  ));
}
