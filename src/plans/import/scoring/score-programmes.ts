import type { PlanReading } from '../plan-reading.ts';
import { count, share, withoutSpaces, type Figure } from './figures.ts';

export interface WantedProgramme {
  name: string;
  article: number | null;
  group: string | null;
}

interface Named {
  name: string;
  article: number | null;
}

/** Named programmes by article, and whether the three enumerated groups are complete. */
export function scoreProgrammes(reading: PlanReading, wanted: readonly WantedProgramme[]): Figure[] {
  const keyOf = (one: Named): string => `${String(one.article ?? '')}|${withoutSpaces(one.name)}`;
  const [theirs, mine] = [new Set(wanted.map(keyOf)), new Set(reading.programmes.map(keyOf))];
  const hits = [...mine].filter((key) => theirs.has(key)).length;
  const groups = ['十二大工程', '六大计划', '十二大行动'].map((group) => {
    const members = wanted.filter((one) => one.group === group);
    return share(`group ${group}`, members.filter((one) => reading.programmes.some((other) => other.group === group && withoutSpaces(other.name) === withoutSpaces(one.name))).length, members.length);
  });
  return [share('programmes found', hits, theirs.size), count('programmes that are none', mine.size - hits), ...groups];
}
