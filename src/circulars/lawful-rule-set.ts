import type { Complaint } from '../kernel/errors.ts';
import { customComplaints, type ForbiddenKind } from '../parameters/forbidden-criteria.ts';
import { CRITERIA, ESCALATING, SIGN, type Points } from './criteria.ts';

/** Why a rule set cannot be: it counts what must not be counted (R28), turns good into bad, or does not escalate (R27). Empty where it can. */
export function whyUnlawful(points: Points, custom: string): Complaint[] {
  return [...customComplaints(custom, CUSTOM), ...signComplaints(points), ...escalationComplaints(points)];
}

const CUSTOM = { unknown: 'circulars.error.not_countable', forbidden: (kind: ForbiddenKind) => `circulars.error.forbidden.${kind}` };

const signComplaints = (points: Points): Complaint[] =>
  CRITERIA.filter((c) => points[c] * SIGN[c] < 0).map((c) => ({ key: SIGN[c] > 0 ? 'circulars.error.must_earn' : 'circulars.error.must_cost', field: c }));

function escalationComplaints(points: Points): Complaint[] {
  return ESCALATING.filter((c, i) => i > 0 && points[c] > points[ESCALATING[i - 1] ?? c]).map((c) => ({ key: 'circulars.error.escalates', field: c }));
}
