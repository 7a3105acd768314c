import type { Complaint } from '../kernel/errors.ts';
import { boundsOf, namesOf, type ParameterKind, type Values } from './parameter-set.ts';

/** Why values cannot be set: out of their bounds, or lights that do not escalate. Empty where they can. Nothing else can be set, so nothing that R28 forbids. */
export const whyUnlawful = (kind: ParameterKind, values: Values): Complaint[] => [...boundsComplaints(kind, values), ...lightComplaints(kind, values)];

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
