import type { Paragraph } from './source-text.ts';
import { readUnitList } from './unit-names.ts';
import type { StatedDuty } from './stated-duty.ts';

/** One row of a table of duties (分工表): what is to be done, and who does it. */
export interface DutyRow {
  number: number;
  /** Length of the cell with the serial number, 0 when there is none. */
  label: number;
  /** Range of the task within the row's text. */
  from: number;
  to: number;
  duty: StatedDuty;
}

type Column = 'serial' | 'task' | 'lead' | 'shared' | 'support' | 'deadline';

const HEADINGS: readonly [RegExp, Column][] = [
  [/^(?:序号|编号|No\.?)$/i, 'serial'],
  [/(?:牵头|主责|主办|主要责任|第一责任|责任主体)(?:单位|部门)?$/, 'lead'],
  [/(?:责任|落实|承办|实施|承担|负责)(?:单位|部门|处室)$/, 'shared'],
  [/(?:配合|协办|协同|参与|参加|协助|支持)(?:单位|部门)$/, 'support'],
  [/(?:完成|办结|时限|时间)(?:时限|时间|要求|节点)?$/, 'deadline'],
  [/(?:主要|考核|具体|重点)?指标(?:名称|内容)?$/, 'task'],
  [/(?:目标(?!值|要求$)|任务|事项|措施|内容|举措|项目|要点)/, 'task'],
];

/** Rows of the tables whose heading names units, by index of paragraph. */
export function readDutyRows(paragraphs: readonly Paragraph[]): Map<number, DutyRow> {
  const rows = new Map<number, DutyRow>();
  let columns: (Column | null)[] | null = null;
  let count = 0;
  let before: StatedDuty | null = null;
  paragraphs.forEach(({ text }, i) => {
    if (!text.includes('\t')) {
      if (text.length > 60) columns = null;
      return;
    }
    const cells = text.split('\t');
    const heading = readHeading(cells);
    if (heading) {
      columns = heading;
      count = 0;
      before = null;
    } else if (columns) {
      const row = readRow(cells, columns, count + 1);
      if (!row) return;
      if (before && isUnsaid(row.duty)) row.duty = before;
      before = row.duty;
      count += 1;
      rows.set(i, row);
    }
  });
  return rows;
}

/** A pasted table shows a cell that spans rows in the first of them only. */
function isUnsaid({ lead, others, generic }: StatedDuty): boolean {
  return lead.length + others.length + generic.length === 0;
}

/** The heading of a table of duties. */
export function namesUnits(cells: readonly string[]): boolean {
  return readHeading(cells) !== null;
}

function readHeading(cells: readonly string[]): (Column | null)[] | null {
  const columns = cells.map((cell) => HEADINGS.find(([pattern]) => cell.length <= 12 && pattern.test(cell))?.[1] ?? null);
  return (columns.includes('lead') || columns.includes('shared')) && columns.includes('task') ? columns : null;
}

function readRow(cells: readonly string[], columns: readonly (Column | null)[], number: number): DutyRow | null {
  const task = columns.lastIndexOf('task');
  const text = cells[task] ?? '';
  if (text === '') return null;
  const from = cells.slice(0, task).reduce((sum, cell) => sum + cell.length + 1, 0);
  const inColumn = (column: Column): string => cells.filter((_, i) => columns[i] === column).join('、');
  const [lead, shared, support] = [readUnitList(inColumn('lead')), readUnitList(inColumn('shared')), readUnitList(inColumn('support'))];
  const others = [...shared.named, ...support.named].filter((name) => !lead.named.includes(name));
  const serial = columns[0] === 'serial' && /^[0-9]{1,4}$/.test(cells[0] ?? '') ? Number(cells[0]) : null;
  const deadline = inColumn('deadline');
  return {
    number: serial ?? number, label: serial === null ? 0 : (cells[0] ?? '').length, from, to: from + text.length,
    duty: {
      lead: lead.named, others: [...new Set(others)], generic: [...lead.generic, ...shared.generic, ...support.generic],
      joint: lead.named.length === 0, deadline: deadline === '' ? [] : [deadline],
    },
  };
}
