import { loadLexicon } from './load-lexicon.ts';

interface VerbWords {
  adverbs: string[];
  verbs: string[];
  orientation: string[];
  purpose: string[];
}

const words = loadLexicon<VerbWords>('verbs');
const adverbs = new Set(words.adverbs);
const verbs = new Set(words.verbs);
const orientation = new Set(words.orientation);
const purpose = new Set(words.purpose);
const LONGEST_WORD = 6;
const SUBJECT = /^(?:(?:各地区、各部门|各地区各部门|各地|各级|各有关部门|各部门|各级党委和政府|各级党委政府|各级人民政府|地方各级人民政府|政府及其有关部门|政府有关部门|有关部门|国务院有关部门|县级以上人民政府(?:及其有关部门|有关部门)?|国家|我们|全市上下|全市)(?:都)?(?:要|应当|应|须|必须)?)/;
const LEAD_WORDS = /^(?:同时|此外|另外|其中|一是|二是|三是|四是|五是|六是|七是|八是|[①-⑩])/;

/** The longest word of a list that opens the text. */
function opening(text: string, list: ReadonlySet<string>): string | null {
  for (let length = Math.min(LONGEST_WORD, text.length); length > 0; length -= 1) {
    const word = text.slice(0, length);
    if (list.has(word)) return word;
  }
  return null;
}

export interface ClauseVerb {
  verb: string;
  /** What stands behind the verb. */
  object: string;
}

/** The verb that opens a clause, adverbs and subject skipped: 加快推进X建设 → 推进. Null for a clause that describes. */
export function clauseVerb(clause: string): ClauseVerb | null {
  let text = clause.replace(LEAD_WORDS, '').replace(SUBJECT, '');
  let adverb: string | null = null;
  for (let i = 0; i < 5; i += 1) {
    const found = opening(text, adverbs);
    if (!found) break;
    adverb = found;
    text = text.slice(found.length);
  }
  const verb = opening(text, verbs);
  if (verb && verb.length > 1) return { verb, object: text.slice(verb.length) };
  if (adverb !== null && verbs.has(adverb)) return { verb: adverb, object: text };
  if (verb && adverb !== null) return { verb, object: text.slice(1) };
  return verb && '把将对向使让'.includes(verb) ? { verb, object: text.slice(1) } : null;
}

/** 坚持…, 贯彻…, 以…为…: says in which spirit, not what. */
export function isOrientation(clause: string): boolean {
  const text = clause.replace(LEAD_WORDS, '').replace(SUBJECT, '').replace(/^(?:要|必须|始终|继续)/, '');
  return opening(text, orientation) !== null;
}

/** 打造…, 提高…: in a later clause these say what the main clause is good for. */
export function isPurpose(clause: string): boolean {
  return opening(clause.replace(/^(?:进一步|全面|不断|着力|加快|显著|切实|更好|大幅|有效)+/, ''), purpose) !== null;
}
