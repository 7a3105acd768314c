import type { Complaint } from '../kernel/errors.ts';
import { CRITERIA, ESCALATING, SIGN, type Points } from './criteria.ts';
import { forbiddenIn } from './forbidden-criteria.ts';

/** Why a rule set cannot be: it counts what must not be counted (R28), turns good into bad, or does not escalate (R27). Empty where it can. */
export function whyUnlawful(points: Points, custom: string): Complaint[] {
  return [...customComplaints(custom), ...signComplaints(points), ...escalationComplaints(points)];
}

/** What somebody typed to be counted too is refused always: because it is forbidden, or because nothing in the records says it. */
function customComplaints(custom: string): Complaint[] {
  if (custom === '') return [];
  const found = forbiddenIn(custom);
  if (found === null) return [{ key: 'circulars.error.not_countable', values: { name: custom }, field: 'custom' }];
  return [{ key: `circulars.error.forbidden.${found.kind}`, values: { name: custom, word: found.word }, field: 'custom' }];
}

const signComplaints = (points: Points): Complaint[] =>
  CRITERIA.filter((c) => points[c] * SIGN[c] < 0).map((c) => ({ key: SIGN[c] > 0 ? 'circulars.error.must_earn' : 'circulars.error.must_cost', field: c }));

function escalationComplaints(points: Points): Complaint[] {
  return ESCALATING.filter((c, i) => i > 0 && points[c] > points[ESCALATING[i - 1] ?? c]).map((c) => ({ key: 'circulars.error.escalates', field: c }));
}
