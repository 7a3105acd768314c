import type { PlanReading } from './import/plan-reading.ts';
import { commitmentRows, nodeRows, sentenceRows } from './plan-rows.ts';
import { placeNodes } from './sentence-place.ts';

export interface Counts { articles: number; sentences: number; commitments: number }
/** A top-level heading of a draft; ordinal null for the text outside of all of them. */
export interface ChapterSummary extends Counts { ordinal: number | null; label: string; title: string }
export interface DraftSummary { chapters: ChapterSummary[]; total: Counts & { chapters: number }; withoutUnit: number }

/** What a reading holds, by top-level heading; the same figures that the published plan will have. */
export function summarise(reading: PlanReading): DraftSummary {
  const nodes = placeNodes(reading.outline);
  const rows = nodeRows(nodes);
  const sentences = sentenceRows(reading, nodes);
  const commitments = commitmentRows(reading).map((c) => sentences[c.sentence]?.chapter ?? null);
  const isArticle = (row: (typeof rows)[number]): boolean => row.level === 'article' && row.role === 'numbered';
  const counted = (chapter: number | null): Counts => ({
    articles: rows.filter((row) => isArticle(row) && row.chapter === chapter).length,
    sentences: sentences.filter((s) => s.chapter === chapter && s.kind === 'body').length,
    commitments: commitments.filter((c) => c === chapter).length,
  });
  const chapters: ChapterSummary[] = rows.filter((row) => row.chapter === row.ordinal).map(({ ordinal, label, title }) => ({ ordinal, label, title, ...counted(ordinal) }));
  const outside = counted(null);
  const all = outside.sentences + outside.commitments > 0 ? [...chapters, { ordinal: null, label: '', title: '', ...outside }] : chapters;
  const sum = (part: keyof Counts): number => all.reduce((n, c) => n + c[part], 0);
  return {
    chapters: all,
    total: { chapters: chapters.length, articles: sum('articles'), sentences: sum('sentences'), commitments: sum('commitments') },
    withoutUnit: reading.commitments.filter((c) => c.suggested.length === 0).length,
  };
}
