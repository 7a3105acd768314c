import { dayOf, type Day } from '../kernel/clock.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';

/** Where the branch of one unit stands; `former`: taken off again, its row and all it reported stay. */
export const BRANCH_STAGES = ['unsigned', 'objected', 'signed', 'former'] as const;
export type BranchStage = (typeof BRANCH_STAGES)[number];

/** The role of a unit that was taken off a task. */
export const FORMER = 'former';

/** Branches beside the lead's. */
export const OTHER_ROLES = ['responsible', 'support'] as const;
export type OtherRole = (typeof OTHER_ROLES)[number];

/** Working days after the hand-over within which a unit may object, and those within which the supervisor arbitrates. */
export const OBJECTION_TERM = 3;
export const ARBITRATION_TERM = 3;

export interface BranchColumns {
  role: string;
  signedAt: Date | null;
  objection?: string | null;
}

export const isServing = (branch: { role: string }): boolean => branch.role !== FORMER;
export const isObjected = (branch: { objection?: string | null }): boolean => branch.objection === 'open';

export function branchStage(branch: BranchColumns): BranchStage {
  if (!isServing(branch)) return 'former';
  if (isObjected(branch)) return 'objected';
  return branch.signedAt === null ? 'unsigned' : 'signed';
}

/** When the unit's time to sign began: with the task's hand-over, or later where the branch was added or changed since. */
export const handedAt = (branch: { handedAt: Date | null }, task: { issuedAt: Date | null }): Date | null => branch.handedAt ?? task.issuedAt;

/** The day on which a branch became its unit's; null for a draft. */
export function handedOn(branch: { handedAt: Date | null }, task: { issuedAt: Date | null }): Day | null {
  const at = handedAt(branch, task);
  return at === null ? null : dayOf(at);
}

/** The last days on which a unit may object, and a supervisor should have decided. */
export const objectionEnds = (handed: Date, calendar: Calendar): Day => addWorkingDays(dayOf(handed), OBJECTION_TERM, calendar);
export const arbitrationEnds = (objectedAt: Date, calendar: Calendar): Day => addWorkingDays(dayOf(objectedAt), ARBITRATION_TERM, calendar);
