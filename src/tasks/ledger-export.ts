import type { Viewer } from '../kernel/viewer.ts';
import type { Cell, Sheet } from '../web/spreadsheet.ts';
import { ledgerLine } from './ledger-line.ts';
import type { LedgerRow } from './ledger-queries.ts';

/** The most rows that one export holds. */
export const EXPORT_LIMIT = 20_000;

const COLUMNS: readonly [name: string, width: number][] = [
  ['number', 22], ['title', 44], ['citation', 20], ['lead', 18], ['status', 12], ['light', 10], ['original_deadline', 12], ['deadline', 12],
  ['progress', 8], ['turn', 24], ['last_act', 16], ['last_act_on', 12],
];

/** The list as it is seen, as a table to take away; both deadlines, always (R12). */
export function ledgerSheet(viewer: Viewer, title: string, rows: LedgerRow[]): Sheet {
  return { title, columns: COLUMNS.map(([name, width]) => ({ heading: viewer.t(`tasks.column.${name}`), width })), rows: rows.map((row) => cells(viewer, row)) };
}

function cells(viewer: Viewer, row: LedgerRow): Cell[] {
  const line = ledgerLine(viewer, row);
  return [
    row.number ?? '', line.title, line.citation, line.lead, line.status.label, line.light.word, row.originalDeadline, row.deadline, row.progress,
    line.turn.label, line.lastAct ?? '', line.lastActOn ?? '',
  ];
}
