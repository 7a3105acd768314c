import { statedDeadlines } from './stated-deadlines.ts';
import { isUnitName, namesBureausOnly, readUnitList, splitOutsideBrackets, type UnitList } from './unit-names.ts';

/** What one remark such as （A牵头，B、C按职责分工负责）says. */
export interface StatedDuty {
  lead: string[];
  others: string[];
  generic: string[];
  joint: boolean;
  deadline: string[];
}

type Role = 'lead' | 'other' | 'shared' | 'deadline' | 'ignored';

interface Clause {
  role: Role | null;
  units: UnitList;
  text: string;
}

const LABELLED = /^(?:(?:上述|以上)?(市|省|区|县)?(牵头|主责|主办|责任|落实|承办|实施|配合|协办|协同|协助|参与|参加|支持)(?:单位|部门|处室|科室|股室|区县|地区|主体)|(责任|分管|牵头|挂点|联系)(?:领导|人|市领导)|(完成时限|完成时间|时限要求|时间要求|时限|办结时限|时间节点|工作时限))[：:]?/;
/** 牵头单位：A 责任单位：B, written without a comma. */
const NEXT_LABEL = /(?<=[^、，；：。（])(?=(?:牵头|责任|配合|协办|参与|主责|承办)(?:单位|部门|处室|科室)[：:]|(?:完成时限|完成时间)[：:])/g;
const LEADS = /(?:牵头负责|牵头落实|牵头组织实施|牵头组织|牵头推进|牵头|负总责|为主负责|主办|总牵头)$/;
const SUPPORTS = /(?:按照?(?:各自)?职责(?:分工)?(?:分别|共同)?(?:配合|参与|协同|协助)|协同配合|参与配合|积极配合|配合|参与|参加|协助|协办|协同|支持)(?:落实|实施|推进|做好)?$/;
const SHARES = /(?:(?:依|按照?)?(?:各自)?(?:职责|职能)(?:和)?(?:分工)?(?:分别|共同)?(?:负责|落实|组织实施|推进)|(?:共同|分别|分工|具体|组织)?(?:负责|落实|组织实施)(?:落实|实施|推进)?)$/;
const FIRST_LEADS = /(?:第一位|第一个|首位|排名第一|排在首位|排在第一)[^。）]{0,8}(?:为|是)?[^。）]{0,6}牵头/;

const LONGEST_REMARK = 2000;

/** A line that says who does it or until when: 牵头单位：市商务局. */
export const DUTY_LINE = /^(?:(?:上述|以上)?[市省区县]?(?:牵头|主责|主办|责任|落实|承办|实施|配合|协办|协同|协助|参与|参加|支持)(?:单位|部门|处室|科室|主体)|(?:责任|分管|牵头|联系)(?:领导|人)|完成(?:时限|时间)|时限要求|时间要求|办结时限)：/;

/** What stands in brackets at the end of a sentence says who does it: 市商务局负责, or only 市商务局、市财政局. */
export function isDutyRemark(inside: string): boolean {
  return /负责|牵头|责任(?:单位|部门|科室|处室)|配合/.test(inside) || namesBureausOnly(inside);
}

export function statesFirstLeads(text: string): boolean {
  return FIRST_LEADS.test(text);
}

/** Reads the inside of the brackets; null when it is not about who is responsible. `firstLeads`: the document says that the first unit leads. */
export function readStatedDuty(inside: string, firstLeads: boolean): StatedDuty | null {
  if (inside.length > LONGEST_REMARK) return null;
  const clauses = splitOutsideBrackets(inside.replace(NEXT_LABEL, '；'), '，；。').flatMap(readClause);
  if (!isAboutUnits(clauses)) return null;
  const roles = settleRoles(clauses);
  const duty: StatedDuty = { lead: [], others: [], generic: [], joint: false, deadline: [] };
  let ruled = false;
  clauses.forEach((clause, i) => {
    const role = roles[i];
    if (role === 'deadline') duty.deadline.push(LABELLED.test(clause.text) ? clause.text.replace(LABELLED, '') : (statedDeadlines(clause.text)[0] ?? ''));
    if (role === 'ignored' || role === 'deadline') return;
    duty.generic.push(...clause.units.generic);
    (role === 'lead' ? duty.lead : duty.others).push(...clause.units.named);
  });
  if (duty.lead.length === 0 && firstLeads) ruled = takeFirst(duty, clauses[0]?.units.genericFirst ?? false);
  if (duty.lead.length + duty.others.length + duty.generic.length === 0) return null;
  duty.joint = duty.lead.length === 0 && !ruled && !roles.includes('lead');
  return duty;
}

/** Some clause says who, and something in it is really a unit: （谁主管谁负责）is not a duty. */
function isAboutUnits(clauses: readonly Clause[]): boolean {
  const names = clauses.flatMap((clause) => clause.units.named);
  const units = names.filter((name) => isUnitName(name)).length;
  const generic = clauses.some((clause) => clause.units.generic.length > 0);
  const said = clauses.some((clause) => clause.role !== null && clause.role !== 'deadline');
  return said ? units > 0 || generic : units >= 1 && units === names.length;
}

function takeFirst(duty: StatedDuty, genericFirst: boolean): boolean {
  const first = genericFirst ? undefined : duty.others.shift();
  if (first !== undefined) duty.lead.push(first);
  return true;
}

function readClause(text: string): Clause[] {
  const labelled = LABELLED.exec(text);
  if (labelled) {
    const [led, joining] = splitAtTogether(text.slice(labelled[0].length));
    if (joining === null) return [{ role: labelRole(labelled), units: readUnitList(led), text }];
    return [{ role: 'lead', units: readUnitList(led), text }, { role: 'other', units: readUnitList(joining), text: joining }];
  }
  const [led, joining] = splitAtTogether(text);
  if (joining !== null) {
    const rest = [SHARES, SUPPORTS, LEADS].reduce((left, pattern) => left.replace(pattern, ''), joining);
    return [{ role: 'lead', units: readUnitList(led.replace(/牵头$/, '')), text }, { role: 'other', units: readUnitList(rest), text: rest }];
  }
  for (const [pattern, role] of [[LEADS, 'lead'], [SUPPORTS, 'other'], [SHARES, 'shared']] as const) {
    if (pattern.test(text)) return [{ role, units: readUnitList(text.replace(pattern, '')), text }];
  }
  const dated = text.length <= 24 && statedDeadlines(text).length > 0;
  return [{ role: dated ? 'deadline' : null, units: readUnitList(text), text }];
}

/** 市市场监管局会同市商务局: who leads, and who is asked to join. */
function splitAtTogether(names: string): [string, string | null] {
  const at = names.indexOf('会同');
  return at < 2 ? [names, null] : [names.slice(0, at), names.slice(at + 2)];
}

function labelRole(match: RegExpExecArray): Role {
  if (match[4] !== undefined) return 'deadline';
  if (match[3] !== undefined) return 'ignored';
  const word = match[2] ?? '';
  if (/牵头|主责|主办/.test(word)) return 'lead';
  return /责任|落实|承办|实施/.test(word) ? 'shared' : 'other';
}

/** A list without a verb takes the role of what follows it, or of the label before it. "X负责，Y配合": X leads. */
function settleRoles(clauses: readonly Clause[]): Role[] {
  const roles: Role[] = clauses.map((clause) => clause.role ?? 'ignored');
  clauses.forEach((clause, i) => {
    if (clause.role !== null) return;
    const labelBefore = clauses.slice(0, i).findLast((one) => one.role !== null && LABELLED.test(one.text));
    const verbAfter = clauses.slice(i + 1).find((one) => one.role !== null && one.role !== 'deadline');
    roles[i] = labelBefore?.role ?? verbAfter?.role ?? 'other';
  });
  const shared = roles.indexOf('shared');
  const hasLead = roles.includes('lead');
  const later = roles.findIndex((role, i) => i > shared && (role === 'other' || role === 'shared') && clauses[i]?.role !== null);
  if (!hasLead && shared >= 0 && later > shared && !LABELLED.test(clauses[shared]?.text ?? '')) roles[shared] = 'lead';
  return roles;
}
