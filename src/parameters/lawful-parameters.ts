import type { Complaint } from '../kernel/errors.ts';
import { customComplaints } from './forbidden-criteria.ts';
import { boundsOf, namesOf, type ParameterKind, type Values } from './parameter-set.ts';

/** Why values cannot be set: out of their bounds, lights that do not escalate, or something else that was to count (R28). Empty where they can. */
export const whyUnlawful = (kind: ParameterKind, values: Values, custom: string): Complaint[] => [...customComplaints(custom, CUSTOM), ...boundsComplaints(kind, values), ...lightComplaints(kind, values)];

const CUSTOM = { unknown: 'parameters.error.not_reckoned', forbidden: () => 'parameters.error.forbidden' };

function boundsComplaints(kind: ParameterKind, values: Values): Complaint[] {
  return namesOf(kind).flatMap((name) => {
    const { least, most } = boundsOf(kind, name);
    const value = values[name] ?? least - 1;
    return value >= least && value <= most ? [] : [{ key: 'parameters.error.bounds', values: { least, most }, field: name }];
  });
}

/** Yellow comes before red (R16, R17). */
const lightComplaints = (kind: ParameterKind, { pointsYellow = 0, pointsRed = 0 }: Values): Complaint[] =>
  (kind === 'lights' && pointsYellow >= pointsRed ? [{ key: 'parameters.error.escalates', field: 'pointsYellow' }] : []);
