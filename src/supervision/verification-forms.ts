import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { CONFIDENCES } from '../tasks/confidence.ts';
import { METHODS, VERDICTS } from './verification.ts';

const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const text = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'errors.too_long').default('');
const percent = z.coerce.number('errors.not_a_number').int('errors.not_a_number').min(0, 'supervision.error.percent').max(100, 'supervision.error.percent');

/** One line of the list of problems that a form has room for; left empty it is none. */
const problem = { description: optionalText(2000), requirement: optionalText(2000), dueOn: z.union([z.literal(''), day]).default('') };
export const PROBLEM_ROOM = 3;

const rows = Object.fromEntries(Array.from({ length: PROBLEM_ROOM }, (_, i) => Object.entries(problem).map(([name, schema]) => [`${name}${String(i + 1)}`, schema] as const)).flat());

const FACTS = {
  method: z.enum(METHODS, 'errors.invalid'),
  visitedOn: day,
  place: text(200),
  people: text(500),
  finding: text(4000),
  verdict: z.enum(VERDICTS, 'supervision.error.verdict'),
  foundProgress: percent,
  confidence: z.enum(CONFIDENCES, 'supervision.error.confidence'),
  capReason: optionalText(1000),
  sampleId: z.union([z.literal(''), z.coerce.number().int('errors.invalid')]).default('').transform((v) => (v === '' ? null : v)),
};

export interface ProblemWish {
  description: string;
  requirement: string;
  dueOn: string;
}

const facts = z.strictObject(FACTS);
export type VerificationWish = z.output<typeof facts> & { problems: ProblemWish[] };

/** A verification with the problems that were found; a problem is whole or not there. */
export const verificationForm = z.strictObject({ ...FACTS, ...rows }).transform((input, check): VerificationWish => {
  const all = input as Record<string, unknown>;
  const problems: ProblemWish[] = [];
  for (let i = 1; i <= PROBLEM_ROOM; i += 1) {
    const row = { description: String(all[`description${String(i)}`]), requirement: String(all[`requirement${String(i)}`]), dueOn: String(all[`dueOn${String(i)}`]) };
    const empty = Object.entries(row).filter(([, value]) => value === '').map(([name]) => name);
    if (empty.length === 0) problems.push(row);
    else if (empty.length < 3) for (const name of empty) check.addIssue({ code: 'custom', path: [`${name}${String(i)}`], message: 'supervision.error.problem_incomplete' });
  }
  return { ...facts.parse(Object.fromEntries(Object.keys(FACTS).map((name) => [name, all[name] ?? '']))), problems };
});
