import type { Target } from './plan-reading.ts';
import { withoutLastBracket } from './text-ends.ts';

/** What stands in one cell with a value. */
export interface CellValue {
  value: number;
  operator: Target['operator'] | null;
  unit: string | null;
  /** In brackets: the sum of all years. */
  isSum: boolean;
}

const SIGNS: readonly [RegExp, Target['operator']][] = [
  [/^(?:≥|>=|＞=|不低于|不少于|不小于|至少|达到|达)/, '>='], [/^(?:>|＞|〉|大于|高于|多于|超过|超|突破)/, '>'],
  [/^(?:≤|<=|＜=|不超过|不高于|不大于|控制在|降至|降到|下降到|压减到)/, '<='], [/^(?:<|＜|〈|小于|低于|少于)/, '<'], [/^(?:≈|约|近)/, '≈'],
];
const TAILS: readonly [RegExp, Target['operator']][] = [[/(?:左右|上下)$/, '≈'], [/(?:以上|及以上)$/, '>='], [/(?:以内|以下|及以下)$/, '<=']];
const OPENING = /^[〔【［（]/;
const CLOSING = /[〕】］）]$/;
const NUMBER = /^[+-]?[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?/;
const RANGE = /^(?:[-—－–~～至]{1,2}[0-9]{1,12}(?:\.[0-9]{1,6})?)/;
const LONGEST_CELL = 40;
const LONGEST_UNIT = 12;

/** 7左右, >98, ≤5.5%, 〔75〕, 1.7万亿元. Null where no number says how much. */
export function readValue(cell: string): CellValue | null {
  if (cell.length > LONGEST_CELL) return null;
  const isSum = OPENING.test(cell);
  let text = isSum ? cell.slice(1).replace(CLOSING, '') : cell;
  const sign = SIGNS.find(([pattern]) => pattern.test(text));
  if (sign) text = text.replace(sign[0], '');
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return null;
  const rest = text.slice(number.length).replace(RANGE, '');
  const tail = TAILS.find(([pattern]) => pattern.test(rest));
  const unit = tail ? rest.replace(tail[0], '') : rest;
  if (unit.length > LONGEST_UNIT || /[，。；、0-9]/.test(unit)) return null;
  return { value: Number(number.replace(/,/g, '')), operator: tail?.[1] ?? sign?.[1] ?? null, unit: unit === '' ? null : unit, isSum };
}

const LABEL = /^(?:[0-9]{1,3}[.．、]?|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|其中：|#|—{1,2})(?![0-9%])/;
const UNIT_IN_NAME = /^(?:[%‰]|(?:[万亿百千]{0,2}|每)[^，。；、=≥≤含指其]{1,10})$/;

/** 1.地区生产总值（万亿元） → 地区生产总值, 万亿元 */
export function readName(cell: string): { name: string; unit: string | null; label: number } {
  const label = LABEL.exec(cell)?.[0].length ?? 0;
  const name = cell.slice(label).replace(/[*＊①-⑳]{1,3}$/, '');
  const outer = withoutLastBracket(name);
  const inner = outer === name ? '' : name.slice(outer.length + 1, -1);
  return UNIT_IN_NAME.test(inner) ? { name: outer, unit: inner, label } : { name, unit: null, label };
}

const LESS_IS_BETTER = /失业率|浓度|死亡率|发生率|负债率|不良率|发案率|返贫|恩格尔系数|用水总?量|消费总量|排放(?:总)?量|控制(?:总量|数|规模|面积)|能源消耗$|能耗$|水耗$|用水量$|差距|收入比$|污染天数|开发强度|办理时间|时限|成本/;
const FALLS = /降低|下降|减少|压减|削减|缩[小短]|优于|增[长加幅]|提[高升]/;

/** How a bare number is meant: at least so much, or no more than so much of what there should be little of. */
export function usualOperator(name: string): Target['operator'] {
  return LESS_IS_BETTER.test(name) && !FALLS.test(name) ? '<=' : '>=';
}
