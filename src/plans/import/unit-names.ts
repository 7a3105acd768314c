import { markCodes } from './mark-codes.ts';
import { remembered } from './remembered.ts';
import { withoutLastBracket } from './text-ends.ts';

/** Splits "A、B和C等国务院相关部门及各地区" into names. Works on clean text. */
export interface UnitList {
  named: string[];
  /** Unnamed collectives: 各地区, 国务院相关部门, 各区县（市）人民政府. */
  generic: string[];
  /** True when a collective stands first. */
  genericFirst: boolean;
}

const SUFFIX = /(?:部|委|局|办|厅|署|会|院|社|行|台|队|团|联|校|馆|站|所|区|县|市|州|协|组|政府|中心|室|处|支队|集团|公司|中央|总公司|机关|大学|学校|医院|银行|企业|[科股]|片区|新区|新城)$/;
const GENERIC = /^(?:管委会|管理委员会|人民政府|各|部门|单位|地方|有关|相关|其他|其它|属地|全市各|全省各|市直|省直|国务院(?:有关|相关|各)|中央和国家机关(?:有关|各)|县级以上|地方各级|所在地|本级)|(?:有关|相关|各)(?:职能)?(?:部门|单位|地区|方面|市县|区县|企业|机构|园区)|成员单位$|等(?:部门|单位)$/;
const LONGEST_TOKEN = 200;
/** Words that stand between names in such remarks. */
const NOT_A_NAME = /[：“”《》的]|^(?:按|依|下同|以下|以上|不再|均|上述|长期|持续|常年|全年|完成|完善|加快|推进|建立|按照|其中|并|共同|分别|具体|[0-9])|(?:负责|牵头|落实|推进|实施|完成|坚持|原则)$/;
const REST_OF_LIST = /^(?:各|县|区|市|州|旗|乡镇|街道|园区|开发区|自治区|直辖市|计划单列市)(?:〔[^〕]*〕|（[^）]*）)?(?:（[^）]*）)?(?:人民|街道)?(?:政府|党委|管委会|办事处|部门)?$/;

export function isUnitName(text: string): boolean {
  return text.length >= 2 && text.length <= 40 && SUFFIX.test(withoutLastBracket(text)) && !/[，。；：“”]/.test(text);
}

export function isGenericName(text: string): boolean {
  return GENERIC.test(text);
}

export const readUnitList = remembered((text: string): Readonly<UnitList> => {
  const list: UnitList = { named: [], generic: [], genericFirst: false };
  for (const token of splitOutsideBrackets(text, '、，；/').flatMap(splitAtAnd)) {
    const name = token.replace(/^(?:由|请|以及|和|及|与)/, '').replace(/等$/, '');
    if (name === '' || name === '等') continue;
    const last = list.generic.length - 1;
    if (last >= 0 && REST_OF_LIST.test(name)) list.generic[last] = `${list.generic[last] ?? ''}、${name}`;
    else if (isGenericName(name)) addGeneric(list, name);
    else if (name.length >= 2 && name.length <= 40 && !NOT_A_NAME.test(name)) list.named.push(name);
  }
  return list;
});

function addGeneric(list: UnitList, name: string): void {
  list.genericFirst ||= list.named.length === 0 && list.generic.length === 0;
  list.generic.push(name);
}

/** A list of nothing but bureaus and commissions, as against （长沙县）or（县、市）. */
export function namesBureausOnly(text: string): boolean {
  if (text.length > LONGEST_TOKEN || /^(?:含|如|即|原|包括|不含|除)/.test(text)) return false;
  const { named } = readUnitList(text);
  return named.length > 0 && named.every((name) => name.length >= 3 && /(?:局|委|办|厅|署|部|委员会|办公室|政府|工商联|总工会)$/.test(name));
}

const OPENING = markCodes('（〔【《');
const CLOSING = markCodes('）〕】》');

export function splitOutsideBrackets(text: string, marks: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.includes(text.charAt(i))) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part !== '');
}

/** "A等国务院相关部门及各地区" → A, 国务院相关部门, 各地区; but 工业和信息化部 stays whole. */
function splitAtAnd(token: string): string[] {
  if (token.length > LONGEST_TOKEN) return [token];
  for (let i = 1; i < token.length - 1; i += 1) {
    const one = token[i] ?? '';
    const left = token.slice(0, i);
    const right = token.slice(i + 1);
    if (one === '等' && isUnitName(left)) return [left, ...splitAtAnd(right.replace(/^[和及与]/, ''))];
    if ('和及与'.includes(one) && endsAsUnit(left) && endsAsUnit(right) && !BARE.test(right)) return [left, ...splitAtAnd(right)];
  }
  return [token];
}

/** 各县（市、区）党委和政府 is one collective. */
const BARE = /^(?:党委|政府|人民政府|管委会|街道|部门)$/;

function endsAsUnit(text: string): boolean {
  return text !== '中央' && (isUnitName(text) || isGenericName(text));
}
