import { wordsIn } from '../../kernel/text.ts';
import type { Problem, ProblemValues } from './plan-reading.ts';

export const LARGEST_FILE = 20 * 1024 * 1024;
export const LONGEST_TEXT = 2_000_000;

/** A problem in words; the interface may word it again in another language from its code and values. */
export function problem(severity: Problem['severity'], code: string, values: ProblemValues = {}, place: { at: number; line: number } = { at: 0, line: 0 }): Problem {
  return { severity, code, values, message: wordsIn('zh-CN')(`plans.problem.${code}`, values), ...place };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.severity === 'error');
}
