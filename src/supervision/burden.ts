import type { CappedKind } from '../units/burden-caps.ts';

/** What a unit was asked for in a month (负担台账). */
export const BURDENS = ['handed', 'reports', 'slips', 'verifications', 'problems', 'instructions'] as const;
export type BurdenKind = (typeof BURDENS)[number];
export type BurdenCounts = Record<BurdenKind, number>;

export interface BurdenRow {
  unitId: number;
  unit: string;
  counts: BurdenCounts;
  /** Requests of all kinds. */
  total: number;
  /** Fields that had to be filled in: of the reports, and one answer for each slip, problem and instruction. */
  fields: number;
  /** Merged messages that were sent. */
  messages: number;
}

/** A request beyond the month's cap and why it was made nevertheless. */
export interface CapPass {
  kind: CappedKind;
  unitId: number;
  unit: string;
  on: Date | string;
  reason: string;
  /** Number of the paper or task, and where it stands. */
  number: string;
  href: string;
}

export const totalOf = (counts: BurdenCounts): number => BURDENS.reduce((sum, kind) => sum + counts[kind], 0);
