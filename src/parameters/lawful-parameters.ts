import type { Complaint } from '../kernel/errors.ts';
import { forbiddenIn } from './forbidden-criteria.ts';
import { boundsOf, namesOf, type ParameterKind, type Values } from './parameter-set.ts';

/** Why values cannot be set: out of their bounds, lights that do not escalate, or something else that was to count (R28). Empty where they can. */
export const whyUnlawful = (kind: ParameterKind, values: Values, custom: string): Complaint[] => [...customComplaints(custom), ...boundsComplaints(kind, values), ...lightComplaints(kind, values)];

/** Something that somebody typed is refused always: because it is forbidden, or because nothing in the records says it. */
function customComplaints(custom: string): Complaint[] {
  if (custom === '') return [];
  const found = forbiddenIn(custom);
  if (found === null) return [{ key: 'parameters.error.not_reckoned', values: { name: custom }, field: 'custom' }];
  return [{ key: 'parameters.error.forbidden', values: { name: custom, word: found.word }, field: 'custom' }];
}

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
