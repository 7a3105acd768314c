const DIGITS = new Map<string, number>([
  ['零', 0], ['〇', 0], ['○', 0], ['Ｏ', 0], ['一', 1], ['二', 2], ['两', 2], ['三', 3], ['四', 4],
  ['五', 5], ['六', 6], ['七', 7], ['八', 8], ['九', 9],
]);
const UNITS = new Map<string, number>([['十', 10], ['百', 100], ['千', 1000]]);

/** Reads "12", "十二", "一百零二", "二○二五"; null when it is not a whole number. */
export function readNumber(text: string): number | null {
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  const characters = Array.from(text);
  if (characters.length === 0 || characters.length > 12) return null;
  return characters.some((one) => UNITS.has(one)) ? readCounted(characters) : readDigits(characters);
}

function readDigits(characters: readonly string[]): number | null {
  let value = 0;
  for (const one of characters) {
    const digit = DIGITS.get(one);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

function readCounted(characters: readonly string[]): number | null {
  let total = 0;
  let digit = 0;
  for (const one of characters) {
    const unit = UNITS.get(one);
    const value = DIGITS.get(one);
    if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (value !== undefined) digit = value;
    else return null;
  }
  return total + digit;
}
