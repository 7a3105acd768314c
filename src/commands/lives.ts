import { CIRCULAR_LIFE } from '../circulars/circular-lifecycle.ts';
import { ENTRY_OBJECTION_LIFE } from '../circulars/entry-objection-lifecycle.ts';
import { RULE_SET_LIFE } from '../circulars/rule-set-lifecycle.ts';
import { hasText, wordsIn } from '../kernel/text.ts';
import { COORDINATION_LIFE } from '../filings/coordination-lifecycle.ts';
import { FILING_LIFE } from '../filings/filing-lifecycle.ts';
import { PARAMETER_LIFE } from '../parameters/parameter-set-lifecycle.ts';
import { FINDING_LIFE } from '../supervision/finding-lifecycle.ts';
import { INSTRUCTION_LIFE } from '../supervision/instruction-lifecycle.ts';
import { PROBLEM_LIFE } from '../supervision/problem-lifecycle.ts';
import { SLIP_LIFE } from '../supervision/slip-lifecycle.ts';
import { BRANCH_LIFE } from '../tasks/assignment-lifecycle.ts';
import { ENDING_LIFE } from '../tasks/ending-lifecycle.ts';
import { EXPLANATION_LIFE } from '../tasks/explanation-lifecycle.ts';
import { EXTENSION_LIFE } from '../tasks/extension-lifecycle.ts';
import { MILESTONE_LIFE } from '../tasks/milestone-lifecycle.ts';
import { OVERRIDE_LIFE } from '../tasks/override-lifecycle.ts';
import { TASK_LIFE } from '../tasks/task-lifecycle.ts';

/** A row of any lifecycle table: they say "from" and "to" alike and differ in what else they ask for. */
interface Row {
  from: string | readonly string[] | null;
  to: string | null;
  by: string | readonly string[];
}

export interface Life {
  name: string;
  title: string;
  table: Readonly<Record<string, Row>>;
  /** Where the words for its statuses and acts stand. */
  statuses: string;
  acts: string;
}

/** Every life that the system knows, in the order in which people meet them. */
export const LIVES: readonly Life[] = [
  { name: 'task', title: '任务', table: TASK_LIFE, statuses: 'tasks.status', acts: 'tasks.act' },
  { name: 'assignment', title: '分工', table: BRANCH_LIFE, statuses: 'tasks.branch_stage', acts: 'tasks.branch_form' },
  { name: 'extension', title: '延期申请', table: EXTENSION_LIFE, statuses: 'tasks.extension', acts: 'tasks.extension_act' },
  { name: 'explanation', title: '逾期说明', table: EXPLANATION_LIFE, statuses: 'tasks.explanation_status', acts: 'tasks.explanation_act' },
  { name: 'milestone', title: '进度节点', table: MILESTONE_LIFE, statuses: 'tasks.milestone_status', acts: 'tasks.milestone_act' },
  { name: 'ending', title: '撤销、合并、转常态的建议', table: ENDING_LIFE, statuses: 'tasks.ending_status', acts: 'tasks.ending' },
  { name: 'override', title: '人工调整的灯', table: OVERRIDE_LIFE, statuses: 'tasks.override_status', acts: 'tasks.override' },
  { name: 'filing', title: '填报', table: FILING_LIFE, statuses: 'filings.status', acts: 'filings.act' },
  { name: 'coordination', title: '需协调事项', table: COORDINATION_LIFE, statuses: 'coordinations.status', acts: 'coordinations.act' },
  { name: 'slip', title: '催办单、督办通知单', table: SLIP_LIFE, statuses: 'supervision.state', acts: 'supervision.form' },
  { name: 'finding', title: '核查结论的异议', table: FINDING_LIFE, statuses: 'supervision.finding.status', acts: 'supervision.finding.act' },
  { name: 'problem', title: '问题', table: PROBLEM_LIFE, statuses: 'supervision.problem.status', acts: 'supervision.problem.act' },
  { name: 'instruction', title: '批示', table: INSTRUCTION_LIFE, statuses: 'supervision.instruction.status', acts: 'supervision.instruction.act' },
  { name: 'rule-set', title: '计分规则', table: RULE_SET_LIFE, statuses: 'circulars.rule_status', acts: 'circulars.rule_act' },
  { name: 'parameter-set', title: '参数', table: PARAMETER_LIFE, statuses: 'parameters.status', acts: 'parameters.act' },
  { name: 'circular', title: '通报', table: CIRCULAR_LIFE, statuses: 'circulars.status', acts: 'circulars.act' },
  { name: 'entry-objection', title: '对通报得分的异议', table: ENTRY_OBJECTION_LIFE, statuses: 'circulars.objection', acts: 'circulars.entry' },
];

const t = wordsIn('zh-CN');
const START = '[*]';
const listOf = (value: Row['from']): readonly string[] => (value === null ? [START] : typeof value === 'string' ? [value] : value);
/** An act that has a button of its own is worded in its label. */
const word = (prefix: string, code: string): string => {
  const key = [`${prefix}.${code}`, `${prefix}.${code}.label`].find((name) => hasText('zh-CN', name));
  return key === undefined ? code : `${t(key)} ${code}`;
};

/** What must hold beside status and relation, in the table's own words. */
function needsOf(row: Row): string {
  const extra = Object.entries(row).filter(([name]) => !['from', 'to', 'by', 'event'].includes(name));
  return extra.flatMap(([name, value]) => (Array.isArray(value) ? (value as string[]) : value === true ? [name] : typeof value === 'string' ? [`${name}: ${value}`] : [])).join(', ');
}

function diagram({ table, statuses, acts }: Life): string {
  const rows = Object.entries(table);
  const codes = [...new Set(rows.flatMap(([, row]) => [...listOf(row.from), ...(row.to === null ? [] : [row.to])]))].filter((code) => code !== START);
  const names = codes.map((code) => `  ${code} : ${word(statuses, code)}`);
  const arrows = rows.filter(([, row]) => row.to !== null).flatMap(([act, row]) => listOf(row.from).map((from) => `  ${from} --> ${row.to ?? ''} : ${word(acts, act)}`));
  return ['```mermaid', 'stateDiagram-v2', ...names, ...arrows, '```'].join('\n');
}

function acts({ table, acts: prefix }: Life): string {
  const rows = Object.entries(table).map(([act, row]) => `| ${word(prefix, act)} | ${listOf(row.from).join(', ')} | ${row.to ?? '–'} | ${listOf(row.by).join(', ')} | ${needsOf(row)} |`);
  return ['| 办理 act | from | to | by | needs |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** All lives as one Markdown document with Mermaid diagrams, made from the tables that the program itself asks. */
export function livesDocument(): string {
  const parts = LIVES.map((life) => `## ${life.title} ${life.name}\n\n${diagram(life)}\n\n${acts(life)}`);
  return `# 状态与办理 Lives\n\nMade by \`npm run lives\` from the tables in \`src/*/*-lifecycle.ts\`; a test holds this file against them. "–" leaves the status as it is.\n\n${parts.join('\n\n')}\n`;
}
