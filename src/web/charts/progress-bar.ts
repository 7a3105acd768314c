/** Progress against what was expected by now, both in percent; null where there is nothing to compute from. */
export interface ProgressBar {
  actual: number;
  expected: number | null;
  behind: boolean;
}

const percent = (value: number): number => Math.round(Math.min(100, Math.max(0, value)));

/** The thin double bar of the ledger. */
export function progressBar(actual: number, expected: number | null): ProgressBar {
  const should = expected === null ? null : percent(expected);
  const is = percent(actual);
  return { actual: is, expected: should, behind: should !== null && is < should };
}
