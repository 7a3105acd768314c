import type { Words } from '../kernel/text.ts';

/** 2023年5月, 2023年第2季度, 2023年上半年, 2023年, or the single report. */
export function periodWords(t: Words, period: string): string {
  if (period === 'once') return t('filings.period.once');
  const year = period.slice(0, 4);
  const rest = period.slice(5);
  if (rest === '') return t('filings.period.year', { year });
  if (rest.startsWith('Q')) return t('filings.period.quarter', { year, quarter: rest.slice(1) });
  if (rest.startsWith('H')) return t(`filings.period.half_${rest.slice(1)}`, { year });
  return t('filings.period.month', { year, month: Number(rest) });
}
