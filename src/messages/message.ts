import type { Day } from '../kernel/clock.ts';

/** What a digest tells: to a unit what it has to do, to those who review what waits for them (R26). */
export const MESSAGE_KINDS = ['unit', 'review'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What can fall due. The last four wait for the reviewer, all others for a unit. */
export const DUE_KINDS = ['signature', 'filing', 'returned', 'branch', 'deadline', 'slip', 'problem', 'instruction', 'coordination', 'review', 'closing', 'extension', 'objection'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** The rungs of a line: a plain reminder, or something with a number behind it of which the head is told too (R24, R25). */
export type ItemRung = 'reminder' | 'slip';

/** Something that a unit (or a reviewer) has to do by a day. */
export interface Due {
  unitId: number;
  kind: DueKind;
  /** What it is about and in which round; what comes back after a return is another subject (R9). */
  subject: string;
  taskId: number;
  dueOn: Day;
  number: string;
  title: string;
  /** A period, the kind of a slip, the unit that waits: what makes it differ from others of its kind. */
  detail: string;
  href: string;
}

/** What was said of a subject before. */
export interface Said {
  stage: number;
  on: Day;
}

export interface DigestItem extends Due {
  stage: number;
  rung: ItemRung;
}

/** The merged message of one unit on one day. */
export interface Digest {
  unitId: number;
  kind: MessageKind;
  items: DigestItem[];
}

/** Digests on one page of an inbox. */
export const INBOX_SIZE = 10;

export const CHANNEL_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];
