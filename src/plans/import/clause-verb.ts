import { loadLexicon } from './load-lexicon.ts';
import { remembered } from './remembered.ts';

interface VerbWords {
  adverbs: string[];
  verbs: string[];
  orientation: string[];
  purpose: string[];
}

const words = (loadLexicon('verbs') as VerbWords);
const adverbs = byFirst(words.adverbs);
const verbs = byFirst(words.verbs);
const orientation = byFirst(words.orientation);
const purpose = byFirst(words.purpose);
const SUBJECT = /^(?:(?:各地区、各部门|各地区各部门|各地|各级|各有关部门|各部门|各级党委和政府|各级党委政府|各级人民政府|地方各级人民政府|政府及其有关部门|政府有关部门|有关部门|国务院有关部门|县级以上人民政府(?:及其有关部门|有关部门)?|国家|我们|全市上下|全市)(?:都)?(?:要|应当|应|须|必须)?)/;
/** 12月底前建成…, 年内完成…, 到2025年培育…: when stands before what. */
const WHEN = /^(?:力争|确保)?(?:(?:20[0-9]{2}年|今年|明年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|份)?|年?[底末]|[一二三四]季度末?|上半年)(?:以|之)?前|今?年内|到20[0-9]{2}年[底末]?前?|每(?:年|半年|季度|月|周|两年|三年)(?:[底末初])?(?:至少)?)/;
const LEAD_WORDS = /^(?:同时|此外|另外|其中|[一二三四五六七八九十]是(?!要)|[①-⑩]|[0-9]{1,2}[.．、](?![0-9])|（[0-9一二三四五六七八九十]{1,2}）)/;

/** Words by their first character, the longest first. */
type WordList = ReadonlyMap<number, readonly string[]>;

function byFirst(list: readonly string[]): WordList {
  const lists = new Map<number, string[]>();
  for (const word of list.toSorted((a, b) => b.length - a.length)) lists.set(word.charCodeAt(0), [...(lists.get(word.charCodeAt(0)) ?? []), word]);
  return lists;
}

/** The longest word of a list that opens the text. */
function opening(text: string, list: WordList): string | null {
  return list.get(text.charCodeAt(0))?.find((word) => text.startsWith(word)) ?? null;
}

export interface ClauseVerb {
  verb: string;
  /** What stands behind the verb. */
  object: string;
}

/** The verb that opens a clause, adverbs and subject skipped: 加快推进X建设 → 推进. Null for a clause that describes. */
export const clauseVerb = remembered((clause: string): ClauseVerb | null => {
  const text = clause.replace(LEAD_WORDS, '').replace(WHEN, '').replace(SUBJECT, '');
  return openingVerb(text) ?? behindModal(text) ?? behindOffice(text) ?? behindPreposition(text);
});

/** 会同有关部门加强监测: with whom stands before what. */
const TOGETHER = /^会同[^，]{1,16}?(?:部门|单位|政府|[局委厅办])(?!、)/;

function openingVerb(clause: string): ClauseVerb | null {
  let text = clause.replace(TOGETHER, '');
  let adverb: string | null = null;
  for (let i = 0; i < 5; i += 1) {
    const found = opening(text, adverbs);
    if (!found) break;
    adverb = found;
    text = text.slice(found.length).replace(/^地/, '');
  }
  const verb = opening(text, verbs);
  if (verb && (verb.length > 1 || adverb !== null)) return { verb, object: text.slice(verb.length) };
  if (adverb !== null && opening(adverb, verbs) === adverb) return { verb: adverb, object: text };
  return verb && '把将对向使让'.includes(verb) ? { verb, object: text.slice(1) } : null;
}

const MODAL = /^[^，“”]{1,18}?(?:都要|要|应当|应|须|必须|不得|可以|可)(?![素求闻领义点件道急用对付邀])/;

/** 各级政府要习惯过紧日子, 有条件的地方可以…: the verb stands behind the modal. */
function behindModal(text: string): ClauseVerb | null {
  const modal = MODAL.exec(text);
  return modal ? openingVerb(text.slice(modal[0].length)) : null;
}

const OFFICE = /^[^，“”]{2,20}(?:部门|机构|单位|政府|[局委办])(?:依法|具体|统一)?负责/;

/** 市发展和改革部门负责推进……: a law says whose duty it is. */
function behindOffice(text: string): ClauseVerb | null {
  const office = OFFICE.exec(text);
  const object = office ? text.slice(office[0].length) : '';
  return object.length < 4 || object.startsWith('解释') ? null : (openingVerb(object) ?? { verb: '负责', object });
}

const PREPOSITION = /^(?:在|对|为|通过|从|由|向|以|针对|面向|依托|结合)/;
const SPIRIT = /^(?:以.{2,60}(?:为|作为).{0,6}(?:指导|统领|主线|主题|目标|契机|抓手|核心|动力|目的|重点|基础|支撑|突破口|中心|导向|主体|载体|关键|保障)|从.{2,30}(?:出发|入手))$/;
const FRAME_END = /^(?:在.{2,40}?(?:等?(?:领域|地区|区域|方面|环节|行业|范围内|场所|路段|基础上|前提下|条件下|中|内|上|下|时))|对.{2,40}?的?(?:企业|项目|地区|人员|事项|行为|单位|主体|人才)|通过.{2,40}?(?:等)?(?:方式|形式|途径|手段|渠道|措施|平台)|以.{2,30}?为(?:重点|主体|主|基础|依托|核心|先导|抓手)|依托.{2,40}?(?:等)?(?:平台|基地|优势|资源)|为[^，]{2,24}?(?=提供|配备|发放|建立|开展|办理|创造|安装|购买)|由[^，]{2,20}?)/;

/** 在重点领域开展X, 通过在线审批简化X: the verb stands behind the frame. */
function behindPreposition(text: string): ClauseVerb | null {
  if (!PREPOSITION.test(text) || SPIRIT.test(text)) return null;
  const frame = FRAME_END.exec(text);
  return frame ? openingVerb(text.slice(frame[0].length)) : null;
}

/** 坚持…, 贯彻…, 以…为…: says in which spirit, not what. */
export function isOrientation(clause: string): boolean {
  const text = clause.replace(LEAD_WORDS, '').replace(SUBJECT, '').replace(/^(?:要|必须|始终|继续)/, '');
  return opening(text, orientation) !== null;
}

/** 打造…, 提高…: in a later clause these say what the main clause is good for. */
export function isPurpose(clause: string): boolean {
  return /^为[^，]{2,24}(?:提供|创造|奠定)/.test(clause) || opening(clause.replace(/^(?:进一步|全面|不断|着力|加快|显著|切实|更好|大幅|有效)+/, ''), purpose) !== null;
}
