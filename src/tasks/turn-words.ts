import type { Day } from '../kernel/clock.ts';
import { dayOf } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import type { Words } from '../kernel/text.ts';

export interface TurnColumns {
  turn: string;
  turnUnit: string | null;
  turnSince: Date | null;
}

/** Whose turn it is and since when, for a row or a page. */
export interface TurnView {
  who: string;
  since: Day | null;
  days: number | null;
  label: string;
}

export function turnView(t: Words, row: TurnColumns, today: Day): TurnView {
  const since = row.turnSince === null ? null : dayOf(row.turnSince);
  const days = since === null ? null : Math.max(0, daysBetween(since, today));
  const who = row.turnUnit ?? t(`tasks.turn.${row.turn}`);
  const waits = row.turn !== 'none' && days !== null;
  return { who, since, days, label: waits ? t('tasks.turn.since', { who, days }) : who };
}
