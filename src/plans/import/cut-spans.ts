import { clauseVerb, isPurpose } from './clause-verb.ts';
import { findDeadline, findNumber, type NumberHit } from './find-numbers.ts';
import type { Context } from './sentence-context.ts';
import { splitClauses, type Clause } from './split-clauses.ts';
import { isDutyRemark } from './stated-duty.ts';
import { trimMarks } from './text-ends.ts';

/** One commitment within a clean sentence. */
export interface Span {
  from: number;
  to: number;
  deadline: string | null;
  number: NumberHit | null;
  isTarget: boolean;
}

const AWARD = /^(?:积极|全力|成功|加快|共同|联合|努力|率先|力争)*(?:创建|争创|争取|力争|建成|创成)/;
const AWARD_NAME = /国家|全国|世界|联合国|中国|国家级/;
const AWARD_HEAD = /(?:城市|示范[^，；]{0,6}|试验区|先导区|先行区|基地|名城|模范市|强市|先进[^，；]{0,4}|县（市、区）|县|市|园区|示范园区|枢纽|景区|度假区|中心|实验室|布局|落地)$/;
const DATE_ONLY = /^(?:力争)?(?:到|至)?(?:20[0-9]{2}|二[零〇○][一二三四五六七八九][零〇○一二三四五六七八九])年(?:底|末)?(?:前)?(?:[、和](?:到)?(?:20[0-9]{2}|二[零〇○][一二三四五六七八九][零〇○一二三四五六七八九])年(?:底|末)?)?$/;
/** 2023年6月底前，…: only a part of a year says by when. */
const PART_OF_YEAR = /^(?:力争|确保)?(?:到|在)?(?:20[0-9]{2}年|今年|明年|每年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|份|[初中]旬)?|[一二三四]季度|上半年|年)(?:底|末|初)?(?:之|以)?(?:前|内)$/;
const PERIOD = /^(?:到|在)?[“"]?十[一二三四]?五[”"]?(?:期间|时期|末|期末)$/;
const saysWhenOnly = (text: string): boolean => DATE_ONLY.test(text) || PART_OF_YEAR.test(text) || PERIOD.test(text);
const RELATIVE = /基本同步$|同步增长$|保持同步$|(?:高于|快于|优于|低于)[^，0-9]{2,20}$/;
/** 力争2024年建成通车 */
const YEAR_GOAL = /^(?:力争|确保|争取)?(?:到|于)?20[0-9]{2}年(?:底|底前|前)?(?:全面|基本|率先|初步)?(?:建成|完成|竣工|通车|投产|投用|投入)/;
const ONLY_WHEN = /^(?:确保|力争|争取)[^，]{0,12}(?:前|内|底)[^，]{0,6}$/;
const GROWTH_ONLY = /^(?:年均|同比|累计)?(?:增长|增速|增幅|增加|提高|降低|下降)?(?:率)?$/;

/** Guidelines §3: by default one sentence, one commitment; only S1, S2(a) and S2(b) cut inside. */
export function cutSpans(sentence: string, context: Context): Span[] {
  const clauses = splitClauses(withoutRemark(sentence));
  const spans: Clause[][] = [];
  clauses.forEach((clause, i) => {
    const group = spans.at(-1);
    if (!group || beginsAnew(clauses, i, group, context)) spans.push([clause]);
    else group.push(clause);
  });
  return carryNames(spans.map((group, i) => toSpan(group, carriedDeadline(spans, i))).filter((span) => span.to > span.from));
}

/** 工业增加值突破3200亿元，年均增长8%: the second number measures what the first does. */
function carryNames(spans: readonly Span[]): Span[] {
  let measured = '';
  return spans.map((span) => {
    const name = span.number?.target.name ?? '';
    if (span.number === null || !GROWTH_ONLY.test(name)) {
      measured = name.replace(/(?:年均|同比)?(?:增长|增速)$/, '').replace(/^(?:完成|实现)/, '');
      return span;
    }
    return measured === '' ? span : { ...span, number: { ...span.number, target: { ...span.number.target, name: measured + name } } };
  });
}

/** The duty remark at the end of a sentence, （市商务局负责）, is not part of what is promised. */
function withoutRemark(sentence: string): string {
  const text = trimMarks(sentence, '。！？；');
  const at = text.endsWith('）') ? text.lastIndexOf('（') : -1;
  return at > 0 && isDutyRemark(text.slice(at + 1, -1)) ? text.slice(0, at) : text;
}

function beginsAnew(clauses: readonly Clause[], i: number, group: readonly Clause[], context: Context): boolean {
  const clause = clauses[i];
  if (!clause || group.every((one) => saysWhenOnly(one.text))) return false;
  if (clause.before === '；' && (context === 'goal' || (actsOn(clause) && !ONLY_WHEN.test(clause.text)))) return true;
  if (clause.before !== '，') return false;
  if (isAward(clause.text) || (YEAR_GOAL.test(clause.text) && group.some(actsOn))) return true;
  const rest = clauses.slice(i);
  const dated = saysWhenOnly(clause.text);
  if (isMeasured(clause, context) || (dated && rest[1] !== undefined)) return true;
  return group.some((one) => isMeasured(one, context)) && (context === 'goal' || !isPurpose(clause.text)) && clauseVerbOrGoal(clause, context);
}

function clauseVerbOrGoal(clause: Clause, context: Context): boolean {
  return context === 'goal' || actsOn(clause);
}

function actsOn(clause: Clause): boolean {
  return clauseVerb(clause.text) !== null;
}

/** S2(a): a title somebody else awards is a matter of its own. */
function isAward(text: string): boolean {
  return AWARD.test(text) && (AWARD_NAME.test(text) || /创[建成]|争创/.test(text)) && AWARD_HEAD.test(text.replace(/[”）]$/, (one) => (one === '）' ? one : '')));
}

/** S2(b): a clear number; in goals also 基本同步. */
function isMeasured(clause: Clause, context: Context): boolean {
  return findNumber(clause.text) !== null || (context === 'goal' && RELATIVE.test(clause.text));
}

function carriedDeadline(spans: readonly Clause[][], i: number): string | null {
  for (let at = i; at >= 0; at -= 1) {
    const group = spans[at] ?? [];
    if (at < i && !group.some((one) => findNumber(one.text) !== null) && spans[i]?.some((one) => findNumber(one.text) !== null) !== true) return null;
    const found = group.map((one) => findDeadline(one.text)).find((day) => day !== null);
    if (found !== undefined) return found;
  }
  return null;
}

function toSpan(group: readonly Clause[], deadline: string | null): Span {
  const number = group.map((clause) => findNumber(clause.text)).find((hit) => hit !== null) ?? null;
  return { from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0, deadline, number, isTarget: number !== null };
}
