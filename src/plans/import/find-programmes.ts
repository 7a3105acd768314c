import { readNumber } from './chinese-number.ts';
import { LONGEST_SENTENCE } from './find-commitments.ts';
import { loadLexicon } from './load-lexicon.ts';
import type { ReadSentence } from './number-sentences.ts';
import type { Programme } from './plan-reading.ts';
import { remembered } from './remembered.ts';
import { tellsOfPresent } from './sentence-context.ts';
import { endOf, startOf, type Paragraph } from './source-text.ts';
import { splitClauses } from './split-clauses.ts';
import { splitOutsideBrackets } from './unit-names.ts';

const standing = new Set((loadLexicon('programmes') as { standing: string[] }).standing);
const GROUP = /等[“]?([一二三四五六七八九十]{1,3})大(工程|计划|行动|专项|战役)[”]?/;
const LONGEST_GROUP = 400;
/** Every sentence is searched for every member. */
const MOST_MEMBERS = 200;
const INTRODUCED = /(?:制定实施|实施|开展|落实好|落实|推进|打好|打赢|启动|深化)/g;
const SUFFIX = /(?:行动方案|行动计划|专项行动|工程|行动|计划|战略|保卫战|攻坚战|歼灭战|试点)$/;
const CAMPAIGN = /(?:^全民|^爱国|^群众性|创建|主题教育)[^，；]{0,12}(?:活动|运动)$/;
const REFORM = /^[^，；、和]{2,14}综合(?:配套)?改革$/;
const SLOGAN = /^(?:[^“，；、和]{0,8}(?:“[^”]{2,20}”){1,3})(?:[两三四五六七八九十]大[^，；、]{2,8}体系)?(改革|工作|建设)?$/;

/** Named programmes in document order, each once; members of an enumerated group carry the group's name. */
export function findProgrammes(sentences: readonly ReadSentence[]): Programme[] {
  const groups = new Map(sentences.flatMap(({ part }) => (part.text.length > LONGEST_SENTENCE ? [] : groupMembers(part.text))).slice(0, MOST_MEMBERS));
  const found = new Map<string, Programme>();
  for (const one of sentences) {
    if (one.sentence.kind === 'duty' || one.part.text.length > LONGEST_SENTENCE || one.chain.some((node) => looksBack(node.title))) continue;
    for (const { name, at } of namesOf(one, groups)) {
      const known = found.get(name);
      if (!known) found.set(name, placed(one.part, name, at, groups.get(name) ?? null, one.sentence.article));
    }
  }
  return [...found.values()];
}

const BOX_ITEM = /^([（(]?[0-9一二三四五六七八九十]{1,3}[）).．、]{0,2}|[①-⑳●○■□◆◇▲△★☆·•])?(?=[\u4e00-\u9fff“])([^，。；：、]{4,30}(?:工程|行动|计划|专项|试点))(?:[。：]|$)/;
const ANY_ITEM = /^(?:重点|重大|主要|其他|有关)[^“]{0,6}(?:工程|行动|计划|专项|试点)$/;

/** 建设污水处理厂扩容工程 is something to do rather than what it is called. */
const ACT = /^(?:建设|建成|加快|推动|推进|组织|支持|启动|开展|完成|做好|抓好|加强|实施|谋划)/;

function namesOf(one: ReadSentence, groups: ReadonlyMap<string, string>): Named[] {
  const named = namedIn(one.part.text, groups);
  return named.length > 0 ? named : itemOfBox(one);
}

/** 专栏3 … with 01 产业基础再造工程 below it: what a box is divided into are programmes, though nobody is said to carry them out. */
function itemOfBox({ chain, part: { text } }: ReadSentence): Named[] {
  if (text.startsWith('专栏') || !chain.some(({ label }) => label.startsWith('专栏'))) return [];
  const [whole, label, name] = BOX_ITEM.exec(text) ?? [];
  if (whole === undefined || name === undefined || ANY_ITEM.test(name) || (label === undefined && ACT.test(name))) return [];
  return [{ name, at: whole.indexOf(name) }];
}

/** Programmes of the years before, and what they achieved. */
const looksBack = remembered((title) => /回顾|形势|成就|发展基础|发展环境/.test(title) && tellsOfPresent(title));

function placed(part: Paragraph, name: string, at: number, group: string | null, article: number | null): Programme {
  return { name, group, article, start: startOf(part, at), end: endOf(part, at + name.length) };
}

/** 实施A、B、C等“十二大工程”: A工程, B工程 and C工程 are the members, when their number is what the text says. */
function groupMembers(text: string): [string, string][] {
  const match = GROUP.exec(text);
  const count = readNumber(match?.[1] ?? '');
  const from = match ? text.lastIndexOf('实施', match.index) : -1;
  if (!match || count === null || from < 0 || match.index - from > LONGEST_GROUP) return [];
  const names = splitOutsideBrackets(text.slice(from + 2, match.index).replace(/“/g, '《').replace(/”/g, '》'), '、').map((name) => name.replace(/《/g, '“').replace(/》/g, '”'));
  const group = `${match[1] ?? ''}大${match[2] ?? ''}`;
  return names.length === count ? names.map((name) => [`${name}${match[2] ?? ''}`, group]) : [];
}

interface Named {
  name: string;
  at: number;
}

function namedIn(text: string, groups: ReadonlyMap<string, string>): Named[] {
  const members = [...groups.keys()].filter((name) => text.includes(name)).map((name) => ({ name, at: text.indexOf(name) }));
  if (GROUP.test(text)) return members;
  const whole = splitClauses(text);
  const introduced = whole.flatMap((clause) => namesOfClause(clause.text, whole.length === 1).map(({ name, at }) => ({ name, at: at + clause.from })));
  const others = introduced.filter((one) => !members.some((member) => member.name === one.name || (one.at < member.at + member.name.length && member.at < one.at + one.name.length)));
  return [...members, ...others.filter((one) => !standing.has(one.name) && !groups.has(one.name))].sort((a, b) => a.at - b.at);
}

function namesOfClause(clause: string, alone: boolean): Named[] {
  const verb = [...clause.matchAll(INTRODUCED)].find((match) => !insideQuotes(clause, match.index));
  if (!verb) return [];
  const from = verb.index + verb[0].length;
  return namesOfObject(clause.slice(from), verb[0], alone).map(({ name, at }) => ({ name, at: at + from }));
}

function namesOfObject(object: string, verb: string, alone: boolean): Named[] {
  const bare = object.replace(/(?:工程|行动)建设$/, (tail) => tail.slice(0, -2));
  if (verb === '深化' || verb === '推进') {
    const reform = reformName(bare, verb, alone);
    if (reform) return [reform];
    if (verb === '深化' && !/试点$/.test(bare)) return [];
  }
  if (verb === '开展' && CAMPAIGN.test(bare)) return [{ name: bare, at: 0 }];
  const pieces = splitList(bare);
  const fits = pieces.filter((piece) => SUFFIX.test(piece.name) && piece.name.length >= 4);
  const all = fits.length === pieces.length;
  if (all) return fits;
  if (SUFFIX.test(bare) && !/试点$/.test(bare)) return [{ name: bare, at: 0 }];
  return fits.filter((piece) => /试点$/.test(piece.name));
}

function reformName(object: string, verb: string, alone: boolean): Named | null {
  if (alone && REFORM.test(object)) return { name: object, at: 0 };
  const slogan = SLOGAN.exec(object);
  if (!slogan || (verb === '深化' && slogan[1] !== '改革')) return null;
  const drop = slogan[1] === '工作' || (slogan[1] === '建设' && /体系建设$/.test(object)) ? 2 : 0;
  return { name: object.slice(0, object.length - drop), at: 0 };
}

function splitList(object: string): Named[] {
  const pieces: Named[] = [];
  let at = 0;
  for (const name of splitOutsideBrackets(object.replace(/“/g, '《').replace(/”/g, '》'), '、')) {
    const start = object.replace(/“/g, '《').replace(/”/g, '》').indexOf(name, at);
    pieces.push({ name: object.slice(start, start + name.length), at: start });
    at = start + name.length;
  }
  return pieces;
}

function insideQuotes(text: string, at: number): boolean {
  return text.lastIndexOf('“', at) > text.lastIndexOf('”', at);
}
