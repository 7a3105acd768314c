import type { Day } from '../kernel/clock.ts';
import type { AssignmentRole } from './task.ts';

/** A branch and the day by which its next report must be there. */
export interface OwingBranch {
  role: string;
  unitId: number;
  /** null: nothing is owed. */
  dueOn: Day | null;
  /** An objection is being decided, so that nothing can be asked of it. */
  disputed: boolean;
}

/** From the day after `after` on, the ball is with this branch and no longer with the lead. */
export interface Awaited {
  role: Exclude<AssignmentRole, 'lead'>;
  unitId: number;
  after: Day;
}

const ORDER: readonly string[] = ['lead', 'responsible', 'support'];

/**
 * Whom the lead waits for, as far as the facts of now tell (待配合): the oldest debt has the ball. A lead that has owed a report for longer
 * than any branch waits for nobody; of debts of the same day the lead's own comes first, then a responsible branch, then a support branch.
 */
export function awaitedBranch(branches: readonly OwingBranch[]): Awaited | null {
  let first: { role: string; unitId: number; dueOn: Day } | null = null;
  for (const { role, unitId, dueOn, disputed } of branches) {
    if (dueOn === null || disputed) continue;
    const rank = (b: { role: string; unitId: number; dueOn: Day }): string => `${b.dueOn} ${String(ORDER.indexOf(b.role))} ${String(b.unitId).padStart(9, '0')}`;
    const one = { role, unitId, dueOn };
    if (first === null || rank(one) < rank(first)) first = one;
  }
  return first === null || first.role === 'lead' ? null : { role: first.role as Awaited['role'], unitId: first.unitId, after: first.dueOn };
}
