import type { Day } from '../kernel/clock.ts';

/** The life of a line of 问题清单: 待整改, 有异议, 待复核, 待销号, 已销号, 不予列入. */
export const PROBLEM_STATUSES = ['open', 'disputed', 'rectified', 'confirmed', 'struck_off', 'dropped'] as const;
export type ProblemStatus = (typeof PROBLEM_STATUSES)[number];

export const LIVE_PROBLEMS = ['open', 'disputed', 'rectified', 'confirmed'] as const satisfies readonly ProblemStatus[];

/** Late is computed: the day has passed and the unit has not yet handed in. */
export const isProblemLate = (problem: { status: string; dueOn: Day }, today: Day): boolean => problem.status === 'open' && problem.dueOn < today;
