import { CIRCULAR_LIFE } from '../circulars/circular-lifecycle.ts';
import { ENTRY_OBJECTION_LIFE } from '../circulars/entry-objection-lifecycle.ts';
import { RULE_SET_LIFE } from '../circulars/rule-set-lifecycle.ts';
import { hasText, wordsIn, type Locale, type Words } from '../kernel/text.ts';
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

/** A row of any lifecycle table: they say this much alike. `during` are statuses of the task. */
interface Row {
  from: string | readonly string[] | null;
  to: string | null;
  by: string | readonly string[];
  during?: readonly string[];
  needs: readonly string[];
}

export interface Life {
  name: string;
  table: Readonly<Record<string, Row>>;
  /** Where the words for its statuses and acts stand. */
  statuses: string;
  acts: string;
}

/** Every life that the system knows, in the order in which people meet them. */
export const LIVES: readonly Life[] = [
  { name: 'task', table: TASK_LIFE, statuses: 'tasks.status', acts: 'tasks.act' },
  { name: 'assignment', table: BRANCH_LIFE, statuses: 'tasks.branch_stage', acts: 'tasks.branch_form' },
  { name: 'extension', table: EXTENSION_LIFE, statuses: 'tasks.extension', acts: 'tasks.extension_act' },
  { name: 'explanation', table: EXPLANATION_LIFE, statuses: 'tasks.explanation_status', acts: 'tasks.explanation_act' },
  { name: 'milestone', table: MILESTONE_LIFE, statuses: 'tasks.milestone_status', acts: 'tasks.milestone_act' },
  { name: 'ending', table: ENDING_LIFE, statuses: 'tasks.ending_status', acts: 'tasks.ending' },
  { name: 'override', table: OVERRIDE_LIFE, statuses: 'tasks.override_status', acts: 'tasks.override' },
  { name: 'filing', table: FILING_LIFE, statuses: 'filings.status', acts: 'filings.act' },
  { name: 'coordination', table: COORDINATION_LIFE, statuses: 'coordinations.status', acts: 'coordinations.act' },
  { name: 'slip', table: SLIP_LIFE, statuses: 'supervision.state', acts: 'supervision.form' },
  { name: 'finding', table: FINDING_LIFE, statuses: 'supervision.finding.status', acts: 'supervision.finding.act' },
  { name: 'problem', table: PROBLEM_LIFE, statuses: 'supervision.problem.status', acts: 'supervision.problem.act' },
  { name: 'instruction', table: INSTRUCTION_LIFE, statuses: 'supervision.instruction.status', acts: 'supervision.instruction.act' },
  { name: 'rule-set', table: RULE_SET_LIFE, statuses: 'circulars.rule_status', acts: 'circulars.rule_act' },
  { name: 'parameter-set', table: PARAMETER_LIFE, statuses: 'parameters.status', acts: 'parameters.act' },
  { name: 'circular', table: CIRCULAR_LIFE, statuses: 'circulars.status', acts: 'circulars.act' },
  { name: 'entry-objection', table: ENTRY_OBJECTION_LIFE, statuses: 'circulars.objection', acts: 'circulars.entry' },
];

const START = '[*]';
const listOf = (value: Row['from']): readonly string[] => (value === null ? [] : typeof value === 'string' ? [value] : value);

/** Draws lives in one language; beside an act stands its code, by which the source is found. */
class Drawing {
  readonly #locale: Locale;
  readonly t: Words;

  constructor(locale: Locale) {
    this.#locale = locale;
    this.t = wordsIn(locale);
  }

  /** @throws Error where there is no word: the manual has no bare codes */
  #word(...keys: string[]): string {
    const key = keys.flatMap((name) => [name, `${name}.label`]).find((name) => hasText(this.#locale, name));
    return this.t(key ?? keys[0] ?? '');
  }

  #act = (life: Life, act: string): string => this.#word(`lives.act.${life.name}.${act}`, `${life.acts}.${act}`);

  #status = (life: Life, status: string): string => this.#word(`lives.status.${life.name}.${status}`, `${life.statuses}.${status}`);

  #diagram(life: Life): string {
    const rows = Object.entries(life.table);
    const codes = [...new Set(rows.flatMap(([, row]) => [...listOf(row.from), ...listOf(row.to)]))];
    const names = codes.map((code) => `  ${code} : ${this.#status(life, code)}`);
    const arrows = rows.flatMap(([act, { from, to }]) => (to === null ? [] : (from === null ? [START] : listOf(from)).map((one) => `  ${one} --> ${to} : ${this.#act(life, act)}`)));
    return ['```mermaid', 'stateDiagram-v2', ...names, ...arrows, '```'].join('\n');
  }

  #needs({ during, needs }: Row): string {
    const statuses = (during ?? []).map((status) => this.t(`tasks.status.${status}`)).join(this.t('lives.or'));
    return [...(statuses === '' ? [] : [this.t('lives.during', { statuses })]), ...needs.map((need) => this.t(`lives.need.${need}`))].join(this.t('lives.and'));
  }

  #acts(life: Life): string {
    const rows = Object.entries(life.table).map(([act, row]) => [
      `${this.#act(life, act)} \`${act}\``,
      listOf(row.from).map((code) => this.#status(life, code)).join(this.t('lives.or')) || this.t('lives.start'),
      row.to === null ? '–' : this.#status(life, row.to),
      listOf(row.by).map((relation) => this.t(`lives.by.${relation}`)).join(this.t('lives.or')),
      this.#needs(row),
    ]);
    const heading = ['act', 'from', 'to', 'by', 'needs'].map((column) => this.t(`lives.column.${column}`));
    return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  }

  life = (life: Life): string => `## ${this.t(`lives.title.${life.name}`)}\n\n${this.#diagram(life)}\n\n${this.#acts(life)}`;
}

/** All lives as one Markdown document with Mermaid diagrams, made from the tables that the program itself asks. */
export function livesDocument(locale: Locale): string {
  const drawing = new Drawing(locale);
  return `# ${drawing.t('lives.heading')}\n\n${drawing.t('lives.made')}\n\n${LIVES.map(drawing.life).join('\n\n')}\n`;
}

/** The manual's two files, by language. */
export const LIVES_FILES = { 'zh-CN': 'docs/lives.zh-CN.md', en: 'docs/lives.md' } as const satisfies Record<Locale, string>;
