import { headingText } from '../plans/plan.ts';
import type { Words } from '../kernel/text.ts';
import type { OutlineEntry } from '../plans/plan-queries.ts';
import type { StackedBar } from '../web/charts/stacked-bar.ts';
import { coverageBar, coveredShare } from './coverage-count.ts';
import type { CoveredCommitment } from './coverage-queries.ts';

export interface OutlineArticle { label: string; href: string; gaps: number; current: boolean }
/** A chapter in the outline at the left, with what has become of its commitments. */
export interface OutlineChapter { label: string; href: string; current: boolean; bar: StackedBar | null; share: string | null; articles: OutlineArticle[] }

interface Place {
  planId: number;
  /** Where a heading of the outline leads to. */
  hrefOf: (entry: OutlineEntry) => string;
  chapterId: number | null;
  articleId: number | null;
}

/** Chapters with their articles; where a chapter has none, its sections stand in their place. */
export function outlineView(t: Words, outline: readonly OutlineEntry[], commitments: readonly CoveredCommitment[], place: Place): OutlineChapter[] {
  const hasArticles = outline.some((entry) => entry.level === 'article');
  return outline.filter((entry) => entry.parentId === null).map((chapter) => {
    const inside = commitments.filter((c) => c.chapterId === chapter.id);
    const share = coveredShare(inside);
    const entries = outline.filter((entry) => entry.chapterId === chapter.id && entry.id !== chapter.id && (hasArticles ? entry.level === 'article' : entry.depth === 1));
    return {
      label: headingText(chapter), href: place.hrefOf(chapter), current: chapter.id === place.chapterId,
      bar: inside.length === 0 ? null : coverageBar(t, chapter.title, inside, `/plans/${place.planId}/commitments?chapter=${chapter.id}`),
      share: share === null ? null : `${share}%`,
      articles: entries.map((entry) => ({
        label: headingText(entry), href: place.hrefOf(entry), current: entry.id === place.articleId,
        gaps: commitments.filter((c) => c.articleId === entry.id && c.state === 'gap').length,
      })),
    };
  });
}
