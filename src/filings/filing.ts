import type { Day } from '../kernel/clock.ts';
import { CONFIDENCES, type Confidence } from '../tasks/confidence.ts';

/** The life of a filing (DOMAIN §3). Owed, late and overdue are none of these: they are computed. */
export const FILING_STATUSES = ['draft', 'signoff', 'submitted', 'accepted', 'returned'] as const;
export type FilingStatus = (typeof FILING_STATUSES)[number];

/** A period that nobody has written on yet has no row: it is blank. */
export type FilingStage = 'blank' | FilingStatus;

/** 原因: why a matter is behind; none says that it is not. */
export const REASON_CODES = ['funds', 'land', 'approval', 'policy', 'construction', 'coordination', 'market', 'staff', 'nature', 'other'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** R8: what the reviewer confirms; without all five the filing goes back. */
export const CHECKLIST = ['facts', 'carried_out', 'conclusion', 'lawful', 'form'] as const;
export type Check = (typeof CHECKLIST)[number];

/** R9: a returned filing is due again after so many working days. */
export const RETURN_DAYS = 3;
/** R10: "本期无变化" so often in a row goes without a reason. */
export const NO_CHANGE_FREE = 2;

/** What a unit writes for a period. */
export interface FilingText {
  noChange: boolean;
  /** Percent of the whole matter, 0–100. */
  progress: number;
  /** Value of the matter's indicator, where it has one. */
  value: number | null;
  /** 完成情况 */
  done: string;
  /** 存在问题 */
  problems: string;
  reasonCode: ReasonCode | null;
  reasonNote: string;
  /** 新时限: by when the unit will have caught up. It changes no deadline (R11). */
  newDate: Day | null;
  /** The unit's own; null where it says none. */
  confidence: Confidence | null;
  nextSteps: string;
  /** 需协调事项 */
  coordination: string;
}

export const TEXT_FIELDS = ['noChange', 'progress', 'value', 'done', 'problems', 'reasonCode', 'reasonNote', 'newDate', 'confidence', 'nextSteps', 'coordination'] as const satisfies readonly (keyof FilingText)[];

export const EMPTY_TEXT: FilingText = {
  noChange: false, progress: 0, value: null, done: '', problems: '', reasonCode: null, reasonNote: '', newDate: null, confidence: null, nextSteps: '', coordination: '',
};

/** The written part of a row of the database. */
export function textOf(row: Omit<FilingText, 'reasonCode' | 'confidence'> & { reasonCode: string | null; confidence?: string | null }): FilingText {
  const { noChange, progress, value, done, problems, reasonNote, newDate, nextSteps, coordination } = row;
  const reasonCode = REASON_CODES.find((code) => code === row.reasonCode) ?? null;
  const confidence = CONFIDENCES.find((code) => code === row.confidence) ?? null; // rounds of before it was asked for have none
  return { noChange, progress, value, done, problems, reasonCode, reasonNote, newDate, confidence, nextSteps, coordination };
}
