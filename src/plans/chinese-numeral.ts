const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A number as chapters are counted: 3 → 三, 14 → 十四, 20 → 二十; from 1,000 on in Arabic digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return String(value);
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  if (value < 10) return DIGITS[value] ?? String(value);
  const high = hundreds > 0 ? `${DIGITS[hundreds] ?? ''}百` : '';
  const middle = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : (DIGITS[tens] ?? '')}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return high + middle + (ones > 0 ? (DIGITS[ones] ?? '') : '');
}
