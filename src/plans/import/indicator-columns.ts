import { remembered } from './remembered.ts';
import type { TargetNature } from './plan-reading.ts';

/** A column of a table of indicators: what its cells tell. */
export interface IndicatorColumn {
  is: 'serial' | 'group' | 'name' | 'unit' | 'base' | 'value' | 'growth' | 'nature' | 'other';
  year: number | null;
}

const KINDS: readonly [RegExp, IndicatorColumn['is']][] = [
  [/(?:属性|性质)$/, 'nature'], [/^(?:序号|编号|No\.?)$/i, 'serial'], [/^(?:计量)?单位$/, 'unit'],
  [/^(?:指标)?(?:类别|类型|分类|领域|维度|方面)$|^一级指标$/, 'group'], [/^[^0-9]{0,8}指标(?:名称|内容)?$|^指标(?:名称|内容)?（/, 'name'],
  [/基期|现状|实际|实绩|完成(?:值|情况|数)?$|基准|预计/, 'base'], [/年均|累计|增长|增速|增幅|变化/, 'growth'],
  [/^[^，。]{0,12}(?:20[0-9]{2}年?|目标值|规划值|预期值|目标数?|规划数|预期)[^，。]{0,8}$/, 'value'],
];
const LONGEST_HEADING = 24;
const FIVE_YEARS: Readonly<Record<string, number>> = { 十一五: 2010, 十二五: 2015, 十三五: 2020, 十四五: 2025, 十五五: 2030 };

/** The columns of a table of indicators by its heading, or null: it names indicators and says what they should be. */
export function readIndicatorColumns(cells: readonly string[]): IndicatorColumn[] | null {
  if (cells.length < 2 || cells.some((cell) => cell.length > LONGEST_HEADING)) return null;
  const columns = withBase(cells.map(columnOf));
  const has = (is: IndicatorColumn['is']): boolean => columns.some((one) => one.is === is);
  const isTable = has('name') && (has('value') || has('growth')) && cells.filter((cell) => cell !== '').length > 2;
  return isTable ? columns : null;
}

/** Whether a line by itself could be the heading of a column. */
export const isHeadingCell = (line: string): boolean => line.length <= LONGEST_HEADING && columnOf(line.replace(/[ \u3000]/g, '')).is !== 'other';

const columnOf = remembered((cell: string): IndicatorColumn => {
  const is = KINDS.find(([pattern]) => pattern.test(cell))?.[1] ?? 'other';
  const year = /20[0-9]{2}/.exec(cell)?.[0];
  return { is, year: year === undefined ? (FIVE_YEARS[/“?(十[一二三四五]?五)”?/.exec(cell)?.[1] ?? ''] ?? null) : Number(year) };
});

/** Of two or more years the first is where one starts from. */
function withBase(columns: readonly IndicatorColumn[]): IndicatorColumn[] {
  const years = columns.filter((one) => one.is === 'value' && one.year !== null);
  if (years.length < 2 || columns.some((one) => one.is === 'base')) return [...columns];
  return columns.map((one) => (one === years[0] ? { ...one, is: 'base' } : one));
}

export function natureOf(cell: string): TargetNature | null {
  if (/^约束/.test(cell)) return 'binding';
  return /^预期/.test(cell) ? 'expected' : null;
}
