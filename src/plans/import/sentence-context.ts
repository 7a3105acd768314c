import { clauseVerb } from './clause-verb.ts';
import type { OutlineNode } from './plan-reading.ts';
import { remembered } from './remembered.ts';

/** What kind of chapter or article a sentence stands in, judged by the headings around it. */
export type Context = 'task' | 'goal' | 'none';

const TELLS = /工作回顾|^回顾|取得.{0,6}(?:成就|成绩)|面临.{0,6}形势|^形势|形势(?:分析|研判)$|关键时期|重大意义|重要意义|重要性|指导思想|指导原则|指导方针|基本原则|必须遵循|遵循的原则|工作原则|基本方针|基本思路|总体思路|远景目标$|科学发展观$|名词解释|编制依据|适用范围|^法律责任$|^罚则$|^附则$|存在(?:的)?(?:主要)?(?:问题|困难|短板)/;
/** These describe when nobody acts on them: 发展环境 tells, 优化发展环境 is a task. */
const THINGS = /成就|发展基础|现实基础|基础和环境|发展环境/;
const GOALS = /(?:主要|总体|发展|工作|预期|具体|阶段|奋斗|行动|战略)?目标(?:任务|和任务|要求)?$|目标(?:任务)?[（(]|主要指标|预期目标/;

/** 今年发展主要预期目标是：…… states goals wherever it stands. */
const GOAL_SENTENCE = /(?:主要|预期|总体|发展|工作|奋斗)目标(?:任务)?(?:是|为|：)/;

export function contextOf(chain: readonly OutlineNode[], sentence: string): Context {
  const context = contextOfHeadings(chain);
  return context === 'task' && GOAL_SENTENCE.test(sentence.slice(0, 40)) ? 'goal' : context;
}

function contextOfHeadings(chain: readonly OutlineNode[]): Context {
  for (let i = chain.length - 1; i >= 0; i -= 1) {
    const { role, title, label } = chain[i] ?? { role: 'numbered', title: '', label: '' };
    if (OUTSIDE.has(role) || (label.startsWith('专栏') && title.includes('指标'))) return 'none';
    const context = role === 'dash' || title === '' ? null : contextOfTitle(title);
    if (context !== null) return context;
  }
  return 'task';
}

/** The heading announces how things are or have been, not what is to be done. */
export function tellsOfPresent(title: string): boolean {
  return TELLS.test(title) || (THINGS.test(title) && !THINGS.test(clauseVerb(title)?.object ?? ''));
}

/** A table of what was reached in the years before. */
export function isReview(chain: readonly OutlineNode[]): boolean {
  return chain.some(({ role, title }) => role === 'front' || role === 'contents' || (title !== '' && (tellsOfPresent(title) || /(?:完成|实现|执行)情况/.test(title))));
}

const OUTSIDE: ReadonlySet<OutlineNode['role']> = new Set(['front', 'contents', 'attachment', 'closing', 'table']);

const contextOfTitle = remembered((title: string): Context | null => {
  if (tellsOfPresent(title)) return 'none';
  if (GOALS.test(title)) return 'goal';
  return /^总体(?:要求|思路|部署)$/.test(title) ? 'none' : null;
});
