import { readNumber } from './chinese-number.ts';
import { measureEach, readChain } from './further-numbers.ts';
import { UNIT } from './number-units.ts';
import type { Target } from './plan-reading.ts';
import { remembered } from './remembered.ts';

const NUMBER = new RegExp(`([0-9]{1,12}(?:\\.[0-9]{1,6})?)(${UNIT})?(左右|以上|以内|以下|上下)?`, 'g');
const GROWTH = /(年均增长|年均增速|同比增长|增长|增速|提高|提升|降低|下降|减少|压缩|压减|增加|缩短|翻)(?:了|约|到|至|率|率达到|不低于|不少于|超过)?$/;
/** 新增高新技术企业300家: how many of what, at the end of the clause. */
const COUNTED = /^(?:全[市省县区域]|全年|力争|每年|年内|累计|计划|新|组织|再|五年|[0-9]年){0,4}(?:新增|新建|新改建|建设|改扩建|建成|开工建设|开工|完成|改造|改造提升|盘活|培育|培训|引进|引育|发展|实施|争取|发放|举办|扩种|种植|治理|修复|整治|创建|认定|打造|开展|筹集|供应|消化|化解|清理|淘汰|推广|发行|帮扶|转移|收储|植树造林)(?:[^，、；“《（0-9]|“[^”]{1,20}”){2,30}$/;
/** 200家、科技型中小企业600家, 200家和科技型中小企业600家: the list goes on with another count. */
const NEXT_COUNT = /^[、和][^，；、0-9]{2,24}[0-9.]{1,8}[^，；、0-9]{1,3}(?:以上)?$/;
/** 完成率100%: a share needs no verb. */
const SHARE = /(?:率|占比|比重|比例)(?:均)?$/;
const SIGNS: readonly [RegExp, Target['operator']][] = [
  [/(?:不低于|不少于|不小于|至少|达到?|实现|完成|增(?:加)?(?:到|至)|提(?:高|升)(?:到|至)|扩大(?:到|至)|保有量|建成|新增|新建|打造|培育|引进|推出|各)$/, '>='],
  [/(?:突破|超过?|高于|大于|多于)$/, '>'],
  [/(?:不超过|不高于|不大于|不多于|(?:控制|压缩|压减|降低?|下降|减少|缩短)(?:在|到|至)|以内)$/, '<='],
  [/(?:低于|小于|少于)$/, '<'],
  [/确保[^，]{2,20}(?:保持|稳定)在$/, '>='], [/(?:左右|(?:保持|稳定)在?|约|基本)$/, '≈'],
];

export interface NumberHit {
  from: number;
  to: number;
  target: Omit<Target, 'year'>;
  /** What the clause measures besides: 分别增长14%和18%. */
  further: Omit<Target, 'year'>[];
}

/** 总投资约65亿元, 占地200亩: how large something is that is spoken of. */
const DESCRIBES = /^(?:项目|计划|预计|估算|其中|工程)?(?:总投资|占地|总建筑面积|建筑面积|用地面积|规划面积|全长|总长|总库容|总装机)/;

/** The numeric target of one clause: what is measured, how it compares, number and unit. Null when the number is only part of a name. */
export const findNumber = remembered((clause: string): NumberHit | null => {
  if (DESCRIBES.test(clause)) return null;
  if (!/[0-9]/.test(clause)) return spelledNumber(clause);
  let described: NumberHit | null = null;
  for (const match of clause.matchAll(NUMBER)) {
    const [whole, digits, unit, tail] = match;
    if (unit === undefined || digits === undefined || isName(clause, match.index, whole, unit)) continue;
    const [before, after] = [clause.slice(0, match.index), clause.slice(match.index + whole.length)];
    const operator = operatorOf({ before, tail, after, unit });
    if (operator === null) continue;
    const hit = withFurther({ from: match.index, to: match.index + whole.length, target: { name: nameOf(before, after), operator, value: Number(digits), unit }, further: [] }, clause);
    if (after === '' || hit.further.length > 0 || /(?:到|至|在|于|过|达|破|低于|少于)$/.test(before)) return hit;
    described ??= hit; // 65岁以上老年人管理率达到72%: the first number says of whom
  }
  return described;
});

/** 14%和18%以上, 100万平方米和人才公寓5000套: the numbers that end the clause behind the first one, with what they measure. */
function withFurther(hit: NumberHit, clause: string): NumberHit {
  const next = readChain(clause, hit.to);
  if (next.length === 0 || next.some(({ at, whole, unit }) => isName(clause, at, whole, unit))) return hit;
  if (next.every(({ noun }) => noun === '')) {
    const [target = hit.target, ...further] = measureEach(hit.target, next, next.at(-1)?.operator ?? null);
    return { ...hit, target, further };
  }
  if (next.some(({ noun }) => noun.length < 2)) return hit;
  const subject = hit.target.name.replace(/^(?:完成|实现)/, '');
  return { ...hit, further: next.map(({ noun, operator, value, unit }) => ({
    name: GROWTH.test(noun) && noun.length <= LONGEST_GROWTH ? subject + noun : nameOf(noun, ''), value, unit,
    operator: operator ?? operatorOf({ before: noun, tail: undefined, after: '', unit }) ?? hit.target.operator,
  })) };
}

const LONGEST_GROWTH = 4;
const SPELLED = /(?:突破|达到|超过|不低于|不少于|跨越)([一二两三四五六七八九十百千]{1,6})(万亿元|亿元|亿美元|万人次|万人|万亩|万吨|亿斤|家|个|公里)(?:以上)?$/;

/** 产值突破千亿元 */
function spelledNumber(clause: string): NumberHit | null {
  const match = SPELLED.exec(clause);
  const value = readNumber(match?.[1] ?? '');
  if (!match || value === null) return null;
  const before = clause.slice(0, match.index + match[0].indexOf(match[1] ?? ''));
  return { from: before.length, to: clause.length, target: { name: nameOf(before, ''), operator: operatorOf({ before, tail: undefined, after: '', unit: match[2] ?? '' }) ?? '>=', value, unit: match[2] ?? '' }, further: [] };
}

/** 补助资金用于产业发展的比重提高到60%: a share of money is no sum that is granted. */
const SHARE_OF_MONEY = /的(?:比重|比例|占比)(?:力争|要)?(?:达到?|提高到|提升到|不低于|超过)$/;

/** Numbers in brand names, dates and document numbers: “15分钟生活圈”, 2025年, 人才政策22条, 三类500强, 第3条. */
function isName(clause: string, at: number, whole: string, unit: string): boolean {
  const before = clause.slice(0, at);
  if ((before.match(/[“《（]/g)?.length ?? 0) > (before.match(/[”》）]/g)?.length ?? 0)) return true;
  if (/[A-Za-z第〔.\-—]$/.test(before)) return true;
  if (unit === '年' && /^[0-9]{4}年/.test(whole)) return true;
  if (!SHARE_OF_MONEY.test(before) && /补助|补贴|奖励|资助|给予|最高|按照|按不|单个|每项|符合|占比为|收费|罚款|比上年|比去年|以来|年薪|票面|安排/.test(before) || /^[^，；]{0,30}(?:的(?:企业|项目|地方|人才|给予|，|$)|给予|补助|奖励|且)/.test(clause.slice(at + whole.length))) return true;
  if (unit === '岁' && at + whole.length < clause.length) return true;
  return unit === '级' || unit === '周期' || /^(?:级|强|版|大|号|月|日|时|圈|”)/.test(clause.slice(at + whole.length));
}

interface Place { before: string; tail: string | undefined; after: string; unit: string }

function operatorOf({ before, tail, after, unit }: Place): Target['operator'] | null {
  const verb = before.replace(/(?:各|约|近|力争|累计|总数|总量|规模)$/, '');
  const found = SIGNS.find(([pattern]) => pattern.test(verb) || pattern.test(before));
  if (tail === '左右' || tail === '上下') return '≈';
  if (tail === '以上') return '>=';
  if (tail === '以内' || tail === '以下') return '<=';
  if (found) return found[1] === '>=' && /不超过$/.test(before) ? '<=' : found[1];
  if (unit === '%' && SHARE.test(before)) return '>=';
  return GROWTH.test(before) || (COUNTED.test(before) && (after === '' || NEXT_COUNT.test(after))) ? '>=' : null;
}

const RELATION = /(?:不低于|不少于|不超过|不高于|控制在|保持在|稳定在|达到|超过|突破|提高到|提高至|提升到|提升至|增加到|增加至|降低到|下降到|达|超|分别|均|约|各|在|至少|力争)$/;

const ONLY_VERB = /^(?:确保|力争|再|新)?(?:打造|培育|新建|建成|建设|引进|推出|完成|年内完成|改造|举办|创建|开展|实施|推动|支持|组织)$/;

/** 每个乡镇每年选派2名科技特派员 */
const EACH_HAS = /^每.{1,12}(?:建成|建有|选派|配备|设立|培育|打造|新建|新增|建设)$/;

function nameOf(before: string, after: string): string {
  let name = before.replace(/^(?:力争)?(?:到|至)?[0-9〇○零一二三四五六七八九十]{2,4}年(?:底|末)?(?:前)?/, '');
  for (let left = ''; left !== name;) {
    left = name;
    name = name.replace(RELATION, '');
  }
  const counted = ONLY_VERB.test(name) || EACH_HAS.test(name) ? (/^[^，、；（）“”]{2,24}$/.exec(after)?.[0] ?? '') : '';
  return name.replace(/^(?:确保|力争|年内|全年|今年|五年|[0-9]年内?)(?=.{3})/, '') + counted;
}

/** 力争2024年建成通车, 2025年达到1.8万亿元 */
const COMPLETES = /^(?:全面|基本|率先|力争|初步)?(?:达到(?!了)|突破(?!了)|建成|竣工|通车|投产|投用|投入使用|投入运营|完成(?!了))/;
const YEAR_DEADLINE = /(?:到|至|在|截至)?(20[0-9]{2}|二[零〇○][一二三四五六七八九][零〇○一二三四五六七八九])年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?(底|末|年底)?(前|之前|以前|内|年内)?/g;

/** A stated deadline as a day: 到二○二五年 and 2025年底前 are the last day of the year, 2021年6月底前 the last of June. */
export const findDeadline = remembered((text: string): string | null => {
  if (!text.includes('年')) return null;
  for (const match of text.matchAll(YEAR_DEADLINE)) {
    const [whole, yearText, month, day, , limit] = match;
    const bound = /^(?:到|至|截至)/.test(whole) || limit !== undefined || (match[4] !== undefined) || COMPLETES.test(text.slice(match.index + whole.length));
    if (!bound || /(?:比|较|自|从|于)$/.test(text.slice(0, match.index))) continue;
    const year = readNumber(yearText ?? '');
    if (year === null) continue;
    return lastDay(year, month === undefined ? 12 : Number(month), day === undefined ? null : Number(day));
  }
  return null;
});

function lastDay(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  const last = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(Math.min(day ?? last, last)).padStart(2, '0')}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
