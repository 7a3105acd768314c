import type { Day } from '../kernel/clock.ts';

/** The life of a leader's instruction (批示): 待落实, 已报告待办结, 已办结. */
export const INSTRUCTION_STATUSES = ['open', 'replied', 'closed'] as const;
export type InstructionStatus = (typeof INSTRUCTION_STATUSES)[number];

export const isInstructionLate = (row: { status: string; dueOn: Day }, today: Day): boolean => row.status === 'open' && row.dueOn < today;
