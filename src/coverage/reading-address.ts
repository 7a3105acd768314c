/** What the text is looked at for. */
export const SHOWN = ['all', 'gap', 'mine', 'red'] as const;
export type Shown = (typeof SHOWN)[number];

/** The state of the reading view, all of it in the address. */
export interface ReadingAddress {
  planId: number;
  show: Shown;
  /** Null for the whole text. */
  chapterId: number | null;
  /** Ordinal of the chosen sentence. */
  sentence: number | null;
}

const whole = (value: unknown): number | null => (typeof value === 'string' && /^[0-9]{1,9}$/.test(value) ? Number(value) : null);

/** Nonsense in the address is as if it was not there. */
export function readingAddress(planId: number, query: Record<string, unknown>): ReadingAddress {
  return { planId, show: SHOWN.find((one) => one === query['show']) ?? 'all', chapterId: whole(query['chapter']), sentence: whole(query['s']) };
}

/** The query part alone, as links within the page use it. */
export function addressQuery({ show, chapterId, sentence }: Omit<ReadingAddress, 'planId'>): string {
  const parts = [show === 'all' ? null : `show=${show}`, chapterId === null ? null : `chapter=${chapterId}`, sentence === null ? null : `s=${sentence}`].filter((part) => part !== null);
  return parts.length === 0 ? '?' : `?${parts.join('&')}${sentence === null ? '' : `#s-${sentence}`}`;
}
