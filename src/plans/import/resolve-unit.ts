import type { Reference, ReferenceUnit } from './plan-reading.ts';
import { withoutBrackets } from './text-ends.ts';

interface Known {
  /** Codes by every form of every name. */
  names: ReadonlyMap<string, string>;
  /** What was asked before: a document names the same units over and over. */
  answers: Map<string, string | null>;
}

const MOST_ANSWERS = 5000;
const cache = new WeakMap<readonly ReferenceUnit[], Known>();

/** The code of the unit that a document calls by one of its names or abbreviations; null when nobody is called so. */
export function resolveUnit(name: string, reference: Reference): string | null {
  const known = cache.get(reference.units) ?? { names: namesOf(reference.units), answers: new Map<string, string | null>() };
  cache.set(reference.units, known);
  const before = known.answers.get(name);
  if (before !== undefined) return before;
  if (known.answers.size >= MOST_ANSWERS) known.answers.clear();
  const code = keysOf(name).map((key) => known.names.get(key)).find((one) => one !== undefined) ?? null;
  known.answers.set(name, code);
  return code;
}

function namesOf(units: readonly ReferenceUnit[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const unit of units) {
    for (const name of [unit.name, unit.shortName, ...unit.aliases]) for (const key of keysOf(name)) if (!names.has(key)) names.set(key, unit.code);
  }
  return names;
}

/** The name as it is, without what stands in brackets, and in the shortest official form. */
function keysOf(name: string): string[] {
  const plain = name.replace(/[\s\u3000]/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
  const outer = withoutBrackets(plain);
  const inner = /（([^）]{2,20})）/.exec(plain)?.[1];
  return [...new Set([plain, outer, shorten(outer), ...(inner === undefined ? [] : [inner, shorten(inner)])])].filter((key) => key.length >= 2);
}

const SHORT_FORMS: readonly [string, string][] = [
  ['发展和改革委员会', '发改委'], ['发展改革委员会', '发改委'], ['发展改革委', '发改委'], ['工业和信息化局', '工信局'], ['工业和信息化委员会', '工信局'],
  ['住房和城乡建设局', '住建局'], ['住房城乡建设局', '住建局'], ['人力资源和社会保障局', '人社局'], ['人力资源社会保障局', '人社局'],
  ['自然资源和规划局', '资规局'], ['自然资源规划局', '资规局'], ['卫生健康委员会', '卫健委'], ['卫生健康委', '卫健委'], ['文化旅游广电局', '文旅广电局'],
  ['市场监督管理局', '市场监管局'], ['应急管理局', '应急局'], ['科学技术局', '科技局'], ['医疗保障局', '医保局'], ['城市管理和综合执法局', '城管执法局'],
  ['城市管理综合执法局', '城管执法局'], ['国有资产监督管理委员会', '国资委'], ['民族宗教事务局', '民族宗教局'], ['地方金融监督管理局', '金融办'],
];

function shorten(name: string): string {
  const body = name.replace(/^(?:中共)?长沙市/, '市').replace(/^市人民政府/, '市政府').replace(/^市政府(?=.{2,}[局委]$)/, '市');
  return SHORT_FORMS.reduce((left, [long, short]) => left.replace(long, short), body);
}
