import type { Day } from '../kernel/clock.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';

/** The life of a matter that a unit asks others to settle (需协调事项). Late is none of these: it is computed. */
export const COORDINATION_STATUSES = ['open', 'assigned', 'answered', 'settled', 'dropped'] as const;
export type CoordinationStatus = (typeof COORDINATION_STATUSES)[number];

/** The parts into which the list falls. */
export const COORDINATION_PARTS = ['waiting', 'late', 'answered', 'ended'] as const;
export type CoordinationPart = (typeof COORDINATION_PARTS)[number];

/** Who has to do something about it; with nobody named yet it is the supervisors'. */
export const COORDINATION_OWNERS = ['supervisor', 'unit', 'leader', 'outside'] as const;
export type CoordinationOwner = (typeof COORDINATION_OWNERS)[number];

/** Still in somebody's hands other than the asking unit's. */
export const WAITING_STATUSES = ['open', 'assigned'] as const satisfies readonly CoordinationStatus[];
export const isWaiting = (status: string): boolean => (WAITING_STATUSES as readonly string[]).includes(status);

/** Working days within which the supervisors answer or hand on, and for which an owner is given time at the most. */
export const COORDINATION_DAYS = { usual: 5, most: 30 } as const;

export const coordinationDue = (today: Day, calendar: Calendar, days: number = COORDINATION_DAYS.usual): Day => addWorkingDays(today, days, calendar);

export const isCoordinationLate = (row: { status: string; dueOn: Day }, today: Day): boolean => isWaiting(row.status) && row.dueOn < today;
