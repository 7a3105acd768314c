import type { Target } from './import/plan-reading.ts';
import type { Words } from '../kernel/text.ts';

const OPERATORS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

export const targetText = ({ name, operator, value, unit, year }: Target): string =>
  `${name} ${OPERATORS[operator] ?? operator} ${value}${unit}${year === null ? '' : ` (${year})`}`;

export const TARGET_NATURES = ['binding', 'expected'] as const;

/** 约束性 or 预期性, and whether a person has confirmed what the table says; null where nobody has said. */
export function natureText(t: Words, { nature, confirmed }: Target): string | null {
  if (nature === undefined) return null;
  const said = t(`plans.nature.${nature}`);
  return confirmed === true ? said : t('plans.nature.unconfirmed', { nature: said });
}
