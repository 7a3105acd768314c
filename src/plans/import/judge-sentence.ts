import { clauseVerb, isOrientation } from './clause-verb.ts';
import { findDeadline, findNumber } from './find-numbers.ts';
import type { Context } from './sentence-context.ts';
import { splitClauses } from './split-clauses.ts';
import { trimMarks } from './text-ends.ts';

const LEAD_IN = /(?:以下|如下|下列)(?:几|[0-9]{1,2}|[一二三四五六七八九十]{1,3})?(?:个|项|点|条)?(?:方面)?的?(?:主要|重点)?(?:目标|任务|意见|措施|建议|原则|要求|工作|职责|事项)?$|(?:抓好|做好|突出)[^，]{0,6}[一二三四五六七八九十]{1,3}个方面(?:的)?(?:重点)?(?:工作)?$|(?:意见|措施|目标|任务)如下|^(?:现就|现提出|为此|具体如下)/;
const TELLS_FIRST = /^(?:(?:附?注|备注|说明|资料来源|数据来源|专栏[^：]{0,6})：|让我们|各位代表|做好[^，]{2,16}工作，(?:要|必须)?(?:坚持|以|高举|全面贯彻|更加)|由[^，]{2,24}负责解释|违反(?:本|前款|第)|有下列|[“]?(?:我国|长沙|全市|我市|我省)[^，要]{0,8}(?:还有|仍然|具有|具备|正处|处于|作为)|只要|现在很多|今年是|实现今年|完成今年|从根本上说|当前|目前|近年来|过去|一年来|五年来|这些年|回顾|总的看|同时也要看到|但也要看到|经过|随着|我国是|这是|这些|党的十[八九]大以来|实践证明|根据[^，]{2,60}制定本|本(?:条例|办法|规定|意见|措施)(?:自|由))/;
const TELLS_LAST = /(?:制定本(?:条例|办法|规定|意见|措施|方案|细则|政策)|(?:意义|责任|任务)(?:重大|艰巨)|前景光明|使命光荣)$/;
const SPIRIT_OF_ALL = /^[^，。]{0,16}(?:总体要求|总体思路|总的要求|指导思想)(?:是|为|：)/;
const IS_LAST = /(?:是必然要求|具有重要意义|重要保障|必由之路|的(?:问题|事业|力量|民生|象征)|是重点|是关键|是保障|是基础|是根本|是前提|仍然突出)$/;

/** Guidelines §2: a sentence is a commitment when something more definite than its heading remains that somebody can be given to do. */
export function isCommitment(sentence: string, context: Context, title: string, first: boolean): boolean {
  if (context === 'none') return false;
  const text = trimMarks(sentence, '。！？；：');
  if (text.length < 4 || isLeadIn(text) || tells(text)) return false;
  if (context === 'goal') return true;
  const clauses = splitClauses(text).map((clause) => clause.text);
  const acts = clauses.filter((clause) => clauseVerb(clause) !== null && !isSpirit(clause));
  if (acts.length === 0) return clauses.some((clause) => findNumber(clause) !== null || findDeadline(clause) !== null || statesResult(clause));
  return !(first && repeatsTitle(clauses, acts, title));
}

/** 重点抓好以下八个方面工作：introduces what follows; where a clause before it acts, that one counts. */
function isLeadIn(text: string): boolean {
  const clauses = splitClauses(text);
  return LEAD_IN.test(text) && !clauses.slice(0, -1).some((clause) => clauseVerb(clause.text) !== null && !isSpirit(clause.text));
}

const RESULT = /^[^，“]{3,30}(?:实现[^，]{0,16}全覆盖|全部(?:完成|建成|达标|纳入|清零)|动态清零|(?:高于|快于|优于|不低于|不高于)[^，]{2,20}$|(?:基本|有效)(?:消除|建成|解决|遏制)$|全覆盖$)/;

/** 5G网络实现重点行政村全覆盖: what will be so, without anybody who does it. */
export function statesResult(clause: string): boolean {
  return RESULT.test(clause) && !/已|了|曾/.test(clause);
}

const LONGEST_ECHO = 16;

/** 表1 主要指标, 单位：亿元: what stands above a table. */
const ABOVE_A_TABLE = /^(?:附?[表图][0-9一二三四五六七八九十]{1,3}(?:[-—－][0-9]{1,3})?[：:、.．]?[^，。；：0-9]{2,40}$|(?:计量)?单位：[^，。；]{1,12}$)/;

/** Describes how things are, or defines a word. */
function tells(text: string): boolean {
  if (ABOVE_A_TABLE.test(text)) return true;
  if (TELLS_FIRST.test(text) || SPIRIT_OF_ALL.test(text) || (text.includes('所称') && text.includes('是指'))) return true;
  return TELLS_LAST.test(text) || /紧密团结在.{4,24}周围/.test(text) || (IS_LAST.test(text) && (text.includes('是') || text.includes('仍然')));
}

function isSpirit(clause: string): boolean {
  return /^(?:深入|认真|全面|必须|要|始终)*(?:坚持(?!和完善)|贯彻|牢固树立|高举|把[^，]{1,20}(?:摆在|放在|贯穿|作为))/.test(clause) && isOrientation(clause.replace(/^(?:深入|认真|全面)+/, ''));
}

/** 坚持…，贯彻…，努力办好人民满意的教育 under 加快教育现代化: spirit, and then the heading in other words. */
function repeatsTitle(clauses: readonly string[], acts: readonly string[], title: string): boolean {
  if (!isSpirit(clauses[0] ?? '') || acts.length > 2 || acts.some((act) => act.length > LONGEST_ECHO)) return false;
  return acts.every((clause) => sharesWord(clause, title));
}

function sharesWord(clause: string, title: string): boolean {
  for (let i = 0; i + 2 <= title.length; i += 1) {
    const word = title.slice(i, i + 2);
    if (!/加快|推进|建设|提高|提升|全面|发展|加强/.test(word) && clause.includes(word)) return true;
  }
  return false;
}
