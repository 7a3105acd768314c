import type { Words } from '../kernel/text.ts';
import { workingDaysBetween, type Calendar } from '../kernel/working-days.ts';
import type { Day } from '../kernel/clock.ts';
import { periodWords } from '../audit/period-words.ts';

/** A line of a digest as it is kept. */
export interface ItemRow {
  kind: string;
  rung: string;
  day: Day;
  number: string;
  title: string;
  detail: string;
  href: string;
  dueOn: Day;
}

export interface DigestRow {
  day: Day;
  kind: string;
  unit: string;
  items: readonly ItemRow[];
}

export interface ItemWords {
  kind: string;
  number: string;
  title: string;
  detail: string;
  href: string;
  /** By when, and how long that is from the digest's day on. */
  due: string;
  isLate: boolean;
  isPressing: boolean;
}

function detailWords(t: Words, { kind, detail }: ItemRow): string {
  if (detail === '') return '';
  if (kind === 'filing' || kind === 'returned') return periodWords(t, detail);
  return kind === 'slip' ? t(`supervision.kind.${detail}`) : detail;
}

const REVIEWED = new Set(['review', 'closing', 'extension', 'objection']);

function dueWords(t: Words, { kind, day, dueOn }: ItemRow, calendar: Calendar): string {
  const whose = REVIEWED.has(kind) ? 'review' : 'due';
  if (dueOn === day) return t(`messages.${whose}.today`);
  if (dueOn > day) return t(`messages.${whose}.left`, { day: dueOn, days: workingDaysBetween(day, dueOn, calendar) });
  return t(`messages.${whose}.late`, { day: dueOn, days: workingDaysBetween(dueOn, day, calendar) });
}

/** One line of a digest, as it was on the digest's day. */
export const itemWords = (t: Words, item: ItemRow, calendar: Calendar): ItemWords => ({
  kind: t(`messages.kind.${item.kind}`), number: item.number, title: item.title, detail: detailWords(t, item), href: item.href,
  due: dueWords(t, item, calendar), isLate: item.dueOn < item.day, isPressing: item.rung === 'slip',
});

export const digestTitle = (t: Words, { day, kind, unit }: DigestRow, count: number): string => t(`messages.digest.${kind}`, { day, unit, count });

const LINES_OUTSIDE = 20;

/** A digest as plain lines for a mail or a robot: its title, the most urgent lines, where to read on. */
export function digestLines(t: Words, digest: DigestRow, calendar: Calendar, publicUrl: string | null): string[] {
  const lines = digest.items.slice(0, LINES_OUTSIDE).map((item, i) => {
    const { kind, number, title, detail, due } = itemWords(t, item, calendar);
    return t('messages.digest.line', { n: i + 1, kind, matter: [number, title, detail].filter((part) => part !== '').join(' '), due });
  });
  const more = digest.items.length - lines.length;
  return [
    digestTitle(t, digest, digest.items.length), ...lines, ...(more > 0 ? [t('messages.digest.more', { count: more })] : []),
    publicUrl === null ? t('messages.digest.where') : t('messages.digest.link', { address: `${publicUrl}/messages` }),
  ];
}
