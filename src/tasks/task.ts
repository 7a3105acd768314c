/** The life of a task (DOMAIN §3). Overdue is none of these: it is computed. */
export const TASK_STATUSES = ['draft', 'issued', 'underway', 'submitted', 'closed', 'suspended', 'standing', 'merged', 'withdrawn', 'archived'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** In the hands of units or of the reviewer. */
export const LIVE_STATUSES = ['issued', 'underway', 'submitted'] as const satisfies readonly TaskStatus[];
export const isLive = (status: string): boolean => (LIVE_STATUSES as readonly string[]).includes(status);

/** Over for good, or for as long as nobody takes it up again: a task above that has only such children can be closed. */
export const ENDED_STATUSES: TaskStatus[] = ['closed', 'archived', 'standing', 'merged', 'withdrawn'];

export const CYCLES = ['monthly', 'quarterly', 'halfyearly', 'yearly', 'once'] as const;
export type Cycle = (typeof CYCLES)[number];

/** Units in the task; one that was taken off again is `former` (assignment.ts). */
export const ASSIGNMENT_ROLES = ['lead', 'responsible', 'support'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/** How a parent sums up its districts (DOMAIN, Roll-up). */
export const ROLLUPS = ['all', 'n_of_m', 'sum', 'ratio', 'worst'] as const;

/** Who has the ball. */
export const HOLDERS = ['supervisor', 'lead', 'responsible', 'support', 'district', 'leader', 'outside', 'none'] as const;
export type Holder = (typeof HOLDERS)[number];
