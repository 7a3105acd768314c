import type { Day } from '../kernel/clock.ts';
import { addMonths, daysBetween } from '../kernel/days.ts';
import type { HeldDays } from '../tasks/holder-days.ts';

/** Who held the ball, as one word for addresses and keys: unit-12, person-3, leader, outside. */
export type HolderKey = string;

export function keyOf({ holder, unitId, accountId }: Pick<HeldDays, 'holder' | 'unitId' | 'accountId'>): HolderKey {
  if (unitId !== null) return `unit-${String(unitId)}`;
  return accountId === null ? holder : `person-${String(accountId)}`;
}

/** `count` months that end with this one, the earliest first. */
export const monthsUpTo = (month: string, count: number): string[] => Array.from({ length: count }, (_, i) => addMonths(`${month}-01`, i + 1 - count).slice(0, 7));

/** The days of a stretch that lie in a month. */
export function daysInMonth({ from, to }: { from: Day; to: Day }, month: string): number {
  const first = `${month}-01`;
  const next = addMonths(first, 1);
  return Math.max(0, daysBetween(from > first ? from : first, to < next ? to : next));
}

export interface HolderSum {
  key: HolderKey;
  /** One number for each month. */
  days: number[];
  total: number;
}

/** Days by holder and month, those with the most first: all rows together are the days that the tasks went on. */
export function sumHeld(held: readonly HeldDays[], months: readonly string[]): HolderSum[] {
  const sums = new Map<HolderKey, HolderSum>();
  for (const one of held) {
    const key = keyOf(one);
    const sum = sums.get(key) ?? { key, days: months.map(() => 0), total: 0 };
    sums.set(key, sum);
    months.forEach((month, i) => {
      const days = daysInMonth(one, month);
      sum.days[i] = (sum.days[i] ?? 0) + days;
      sum.total += days;
    });
  }
  return [...sums.values()].filter((s) => s.total > 0).sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}
