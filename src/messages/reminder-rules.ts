import type { DueKind, ItemRung, MessageKind } from './message.ts';

export interface ReminderRule {
  kind: MessageKind;
  rung: ItemRung;
  /** Said on the first day on which it is there: it came from somebody who waits. */
  atOnce: boolean;
  /** Said some days before it is due; otherwise only once its day has passed. */
  ahead: boolean;
}

const TOLD = { kind: 'unit', rung: 'reminder', atOnce: false, ahead: true } as const;
const PRESSED = { kind: 'unit', rung: 'slip', atOnce: true, ahead: true } as const;
const REVIEWED = { kind: 'review', rung: 'reminder', atOnce: false, ahead: true } as const;

/** What is said of each kind of matter, and how loudly. */
export const REMINDERS = {
  signature: { ...TOLD, ahead: false }, // R4: listed when it is unsigned after two working days
  filing: TOLD,
  returned: { ...TOLD, atOnce: true }, // R9: after a return the reminders run anew
  branch: TOLD,
  deadline: TOLD,
  slip: PRESSED,
  problem: PRESSED,
  instruction: PRESSED,
  coordination: { ...TOLD, atOnce: true }, // another unit waits for this one's answer
  review: REVIEWED,
  closing: REVIEWED,
  extension: REVIEWED,
  objection: REVIEWED,
} as const satisfies Record<DueKind, ReminderRule>;

/** What an administrator may change; days are working days, times Shanghai's. */
export interface MessageSettings {
  /** So many working days before a due day, the farthest first. */
  before: number[];
  /** From the due day on again every so many working days. */
  repeatDays: number;
  /** The same matter is not said again within so many working days. */
  coolDownDays: number;
  /** By when a reviewer should have answered; his waiting time is shown as a unit's is (R26). */
  reviewDays: number;
  /** Working hours: from, and no longer at. */
  from: string;
  until: string;
}

export const DEFAULT_SETTINGS: MessageSettings = { before: [5, 1], repeatDays: 5, coolDownDays: 2, reviewDays: 3, from: '09:00', until: '17:30' };
