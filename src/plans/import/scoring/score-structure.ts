import { flattenOutline, type OutlineLevel, type PlanReading } from '../plan-reading.ts';
import { count, share, withoutSpaces, type Figure } from './figures.ts';

export interface Heading {
  number: number;
  title: string;
}

/** Every chapter and article with its number and title. */
export function scoreTitles(reading: PlanReading, chapters: readonly Heading[], articles: readonly Heading[]): Figure[] {
  const found = (level: OutlineLevel): Heading[] => flattenOutline(reading.outline).flatMap((node) => (node.level === level && node.number !== null ? [{ number: node.number, title: node.title }] : []));
  const hits = (mine: readonly Heading[], theirs: readonly Heading[]): number => theirs.filter((one) => mine.some((other) => other.number === one.number && withoutSpaces(other.title) === withoutSpaces(one.title))).length;
  const [ownChapters, ownArticles] = [found('chapter'), found('article')];
  return [
    share('chapters exact', hits(ownChapters, chapters), chapters.length),
    share('articles exact', hits(ownArticles, articles), articles.length),
    count('headings that are none', Math.max(0, ownChapters.length - chapters.length) + Math.max(0, ownArticles.length - articles.length)),
  ];
}

/** The number of headings on each level, and that nothing of the text is lost. */
export function scoreLevels(name: string, text: string, reading: PlanReading, wanted: Partial<Record<OutlineLevel, number>>): Figure[] {
  const nodes = flattenOutline(reading.outline);
  const levels = Object.entries(wanted);
  const right = levels.filter(([level, number]) => nodes.filter((node) => node.level === level && node.number !== null).length === number).length;
  const leaves = nodes.filter((node) => node.children.length === 0).map((node) => text.slice(node.start, node.end)).join('');
  return [share(`levels complete: ${name}`, right, levels.length), share(`nothing lost: ${name}`, withoutSpaces(leaves) === withoutSpaces(text) ? 1 : 0, 1, '')];
}
