import type { SlipKind } from './slip.ts';

/** The rungs of pressing from the hand-over up (R24); what follows a notice in vain (核查, 约谈, 通报) stands in escalation.ts. */
export const RUNGS = ['hand_over', 'reminder', 'urge', 'notice'] as const;
export type Rung = (typeof RUNGS)[number];

export interface RungRule {
  /** The rung whose term must have passed in vain; urgent matters may skip it with a reason. */
  after: Rung;
  /** Name and mark of the number series, one per year (R1). */
  series: string;
  mark: string;
  /** Working days from one to the next of the same rung, or of a lower one, to the same unit about the same task. */
  coolDownDays: number;
  /** Working days for the reply, unless the person who presses says otherwise. */
  replyDays: number;
}

/** R24 as a table. A reminder carries no number and goes out by itself before the due day: its term has passed once something is overdue. */
export const LADDER = {
  urge: { after: 'reminder', series: 'urge', mark: '长督催', coolDownDays: 5, replyDays: 3 },
  notice: { after: 'urge', series: 'notice', mark: '长督通', coolDownDays: 10, replyDays: 5 },
} as const satisfies Record<SlipKind, RungRule>;

/** R4: unsigned after so many working days is something to press for. */
export const SIGNATURE_DAYS = 2;

export const REPLY_DAYS = { least: 1, most: 20 } as const;
