import { clauseVerb, isOrientation } from './clause-verb.ts';
import { statesResult } from './judge-sentence.ts';
import { loadLexicon } from './load-lexicon.ts';
import { namesProgramme } from './names-programme.ts';
import type { CommitmentKind } from './plan-reading.ts';
import { splitClauses, type Clause } from './split-clauses.ts';
import { withoutLastBracket } from './text-ends.ts';

interface KindWords {
  policy: string[];
  project: string[];
  city: string[];
}

interface Ends {
  words: ReadonlySet<string>;
  longest: number;
}

const lexicon = (loadLexicon('kinds') as KindWords);
const endsOf = (list: readonly string[]): Ends => ({ words: new Set(list), longest: Math.max(...list.map((word) => word.length)) });
const words = { policy: endsOf(lexicon.policy), project: endsOf(lexicon.project), city: endsOf(lexicon.city) };
const NOMINAL_TAIL = /(?:的)?(?:等)?(?:建设|发展|改造|提质改造|升级改造|提质升级|布局|设计|谋划|落地|工作|修复|更新|完善|健全|深化)$/;
const PROGRAMME_VERBS = /实施|开展|启动/;
const TITLE = /^(?:国家|全国|全省|中国|世界|国际|联合国)|国家级|全国|示范(?:区|城市|市|县|园)|试验区|先导区|卫生城市|文明城市|名城|模范/;
const AWARDED = /国家|全国|全省|示范|试点|模范/;
const FIGHT = /(?:打好|打赢|推进|打响)[^，；]{0,20}(?:保卫战|攻坚战|歼灭战|翻身仗)/;
const EVENT = /(?:展|展会|展览|博览会|[^，]{0,3}博会|马拉松|消费季|交易会|峰会|大会|论坛|节|赛事|大赛|运动会|年会|洽谈会|旅发大会|首届大会)(?:[，、；和及]|$)/;
const MASS = /(?:全民阅读|爱国卫生|全民健身|志愿服务|文明创建|精神文明创建|双拥|移风易俗|国土绿化|植树|宣传教育|主题教育)[^，；]{0,10}(?:活动|运动)|(?:创建|群众性)[^，；]{0,8}活动/;
/** Government bodies, as against firms and trades: supporting them is administration, not policy towards a market. */
const GOVERNMENT = /^(?:[^，、]{0,12}(?:新区|管委会|开发区|高新区|经开区|自贸区|试验区|区县|各区|县|乡镇|街道|地方|省|市)|国家级、省级园区|园区)/;
const COMPLETION = /^(?:力争|确保|实现)?所有[^，；]{2,40}|力争(?:所有|全部)|全覆盖率|动态清零/;
/** 坚持房子是用来住的定位: a policy stance opens the sentence. */
const POSITION = /^坚持[^；]{2,40}(?:定位|国策|方针|制度)/;
/** 对……给予最高500万元奖励 */
const GRANTS = /^(?:对|支持|鼓励)[^；]{2,80}(?:给予|予以)[^，；]{0,24}(?:补助|奖励|补贴|资助|奖补|支持)/;
const ENTITY_FIRST = /^[^，、]{0,8}(?:快速路|高速公路|铁路|高铁|机场|水库|管网|管廊|轨道|港口|水厂|电网|中心|基地)/;
const GOAL_VERB = /达到|突破|超过|保持|稳定|力争|建成|成为|完成|降低|控制/;

export interface Classified {
  kind: CommitmentKind;
  verb: string;
}

/** Guidelines §4: target before program before campaign; the rest by the first main clause. */
export function classify(text: string, isTarget: boolean): Classified {
  const clauses = splitClauses(text);
  const main = mainClause(clauses);
  const verb = verbOf(main, clauses);
  if (isTarget || COMPLETION.test(text) || (verb === '' && clauses.some((clause) => statesResult(clause.text)))) return { kind: 'target', verb: (GOAL_VERB.exec(text.replace(/^(?:力争|确保)/, '')) ?? GOAL_VERB.exec(text))?.[0] ?? (verb === '' ? '实现' : verb) };
  const programme = clauses.find((clause) => namesProgramme(clause.text, PROGRAMME_VERBS));
  if (programme) return { kind: 'program', verb: PROGRAMME_VERBS.exec(programme.text)?.[0] ?? verb };
  if (isCampaign(clauses, main)) return { kind: 'campaign', verb };
  return { kind: byObject(main, verb, text), verb };
}

export function mainClause(clauses: readonly Clause[]): string {
  const main = clauses.find((clause) => !isOrientation(clause.text) && clauseVerb(clause.text) !== null);
  return (main ?? clauses.find((clause) => clauseVerb(clause.text) !== null) ?? clauses[0])?.text ?? '';
}

function verbOf(main: string, clauses: readonly Clause[]): string {
  const own = clauseVerb(main)?.verb;
  return own ?? clauses.map((clause) => clauseVerb(clause.text)?.verb).find((verb) => verb !== undefined) ?? '';
}

function isCampaign(clauses: readonly Clause[], main: string): boolean {
  const found = clauseVerb(main);
  if (found && /^(?:创建|争创|争取|申建|申报|建成)$/.test(found.verb)) return (found.verb !== '建成' && AWARDED.test(found.object)) || (found.verb === '争取' && !/支持|资金|债券|倾斜|专项|政策/.test(found.object)) || found.verb === '争创' || TITLE.test(found.object.replace(/^(?:一批|更多)/, ''));
  if (found && /^(?:建成|创成)$/.test(found.verb) && TITLE.test(found.object.replace(/^(?:一批|更多)/, ''))) return true;
  return clauses.some((clause) => hostsEvent(clause.text) || FIGHT.test(clause.text) || (clause.text === main && MASS.test(clause.text)));
}

/** 办好X博览会 makes a commitment a campaign wherever it stands in it. */
function hostsEvent(clause: string): boolean {
  const found = clauseVerb(clause);
  return found !== null && /^(?:办好|举办|筹办)$/.test(found.verb) && EVENT.test(found.object);
}

function byObject(main: string, verb: string, text: string): CommitmentKind {
  const object = (clauseVerb(main)?.object ?? main).replace(/[“”]/g, '');
  if (main.includes('落实') && /责任制?$/.test(main)) return 'action';
  if (/^(?:探索|放宽|鼓励|允许)$/.test(verb)) return 'policy';
  if (POSITION.test(text) || GRANTS.test(text)) return 'policy';
  const bare = withoutLastBracket(object).replace(NOMINAL_TAIL, '').replace(/等$/, '');
  if (/^支持/.test(verb)) return supported(object, bare);
  if (/敬老院|养老院|医院|学校/.test(main) && /转型$/.test(main)) return 'project';
  if (/化$|专业化|品牌化/.test(bare) || /^(?:重视|防范|打击|遏制|维护)$/.test(verb)) return 'action';
  if (endsWith(bare, words.city) && !/^打造一批|物流|数据/.test(main)) return 'action';
  if (endsWith(bare, words.policy)) return verb === '创新' || verb.startsWith('培育') ? 'action' : 'policy';
  if (endsWith(bare, words.project)) return isBuilding(verb, object) ? 'project' : 'action';
  if (verb === '加快' && ENTITY_FIRST.test(object)) return 'project';
  return 'action';
}

function supported(object: string, bare: string): CommitmentKind {
  if (endsWith(bare, words.project)) return 'project';
  return GOVERNMENT.test(object) ? 'action' : 'policy';
}

function isBuilding(verb: string, object: string): boolean {
  if (/^(?:建设|打造|构建|建成|建好|改造|改造提升|布局|谋划|培育|新建|加快|提升|完善|升级|构筑|搭建|培育发展|改扩建)$/.test(verb)) return true;
  return /^(?:推进|推动|加强|促进|启动|实施|统筹)$/.test(verb) && NOMINAL_TAIL.test(object) && !/发展$/.test(object);
}

/** The words of a list, to be found by the end of a text. */
function endsWith(text: string, { words, longest }: Ends): boolean {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) if (words.has(text.slice(-length))) return true;
  return false;
}
