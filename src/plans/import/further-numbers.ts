import { UNIT } from './number-units.ts';
import type { Target } from './plan-reading.ts';

type Measured = Omit<Target, 'year'>;

/** A number that follows another one: 和人才公寓5000套以上. */
export interface NextNumber { at: number; whole: string; noun: string; value: number; unit: string; operator: Measured['operator'] | null }

const NEXT = new RegExp(`^(?:、|和|及|与|以及)([^，；、和0-9]{0,24}?)(([0-9]{1,12}(?:\\.[0-9]{1,6})?)(${UNIT}))(左右|以上|以内|以下|上下)?`);
const TAILS: Readonly<Record<string, Measured['operator']>> = { 左右: '≈', 上下: '≈', 以上: '>=', 以内: '<=', 以下: '<=' };
const MOST_NUMBERS = 6;

/** The numbers that follow each other from a place to the end of a clause; none where anything else stands behind them. */
export function readChain(clause: string, from: number): NextNumber[] {
  const found: NextNumber[] = [];
  let at = from;
  for (let match = NEXT.exec(clause.slice(at)); match !== null && found.length < MOST_NUMBERS; match = NEXT.exec(clause.slice(at))) {
    const [all, noun = '', whole = '', digits, unit = '', tail = ''] = match;
    found.push({ at: at + all.indexOf(whole), whole, noun, value: Number(digits), unit, operator: TAILS[tail] ?? null });
    at += all.length;
  }
  return at === clause.length ? found : [];
}

const JOINED = /[、和与及]/;
const OPENING = '（“《〔';
const CLOSING = '）”》〕';
/** 固定资产投资 · 年均 · 增长 in 固定资产投资年均分别增长14%和18% */
const EACH = /^(.{2,80}?)(年均|同比)?(?:分别|各自|各)?((?:年均|同比)?(?:增长|增速|增加|提高|提升|降低|下降|减少|压减))?$/;
const LONGEST_SHARING = 3;
const LEAST_SHARED = 2;

/**
 * 工业增加值和固定资产投资分别增长14%和18%: a number for each of what is named, in that order; where as many numbers stand behind one name
 * they all measure it. `next`: the numbers behind the first. @returns all of them, the first included
 */
export function measureEach(first: Measured, next: readonly Pick<Measured, 'value' | 'unit'>[], operator: Measured['operator'] | null): Measured[] {
  const [, subject = first.name, rate = '', rises = ''] = EACH.exec(first.name) ?? [];
  const verb = `${rate}${rises}`;
  const names = namesIn(subject);
  const named = names.length === next.length + 1;
  const fuller = next.map(({ unit }) => unit).find((unit) => unit.startsWith(first.unit)) ?? first.unit; // 3个和4个百分点
  return [{ ...first, unit: fuller }, ...next].map(({ value, unit }, i) => ({ name: named ? `${names[i] ?? subject}${verb}` : `${subject}${verb}`, operator: operator ?? first.operator, value, unit }));
}

/** 城镇和农村居民人均可支配收入: the first shares what stands behind as many characters of the last. */
function namesIn(subject: string): string[] {
  const names = splitOutside(subject);
  const last = names.at(-1) ?? '';
  return names.map((name) => (name.length <= LONGEST_SHARING && last.length >= name.length + LEAST_SHARED ? name + last.slice(name.length) : name));
}

function splitOutside(subject: string): string[] {
  const names = [''];
  let depth = 0;
  for (const one of subject) {
    if (OPENING.includes(one)) depth += 1;
    if (CLOSING.includes(one)) depth -= 1;
    if (depth === 0 && JOINED.test(one)) names.push('');
    else names[names.length - 1] = (names.at(-1) ?? '') + one;
  }
  return names.filter((name) => name !== '');
}
