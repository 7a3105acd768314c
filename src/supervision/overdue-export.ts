import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { explanationTag } from '../tasks/deadline-view.ts';
import { ledgerLine } from '../tasks/ledger-line.ts';
import type { Cell, Sheet } from '../web/spreadsheet.ts';
import { lateDays } from './overdue-line.ts';
import type { OverdueRow } from './overdue-queries.ts';
import { nextAct } from './next-act.ts';
import { slipState } from './slip.ts';

const COLUMNS: readonly [name: string, width: number][] = [
  ['light', 8], ['number', 22], ['title', 44], ['lead', 16], ['original_deadline', 12], ['deadline', 12], ['days', 10], ['working_days', 12], ['working_days_original', 12], ['explanation', 22],
  ['turn', 16], ['since', 12], ['last_act', 16], ['last_act_on', 12], ['last_slip', 22], ['slip_on', 12], ['slip_state', 12], ['next', 16],
];

/** The overdue list as it is filtered, every page of it, as a table to take away. */
export function overdueSheet(viewer: Viewer, title: string, rows: OverdueRow[]): Sheet {
  const late = new Map<string, ReturnType<typeof lateDays>>(); // few deadlines, many rows: each is counted once
  const lateOf = (deadline: string) => {
    const known = late.get(deadline) ?? lateDays(viewer, deadline);
    late.set(deadline, known);
    return known;
  };
  return { title, columns: COLUMNS.map(([name, width]) => ({ heading: viewer.t(`supervision.column.${name}`), width })), rows: rows.map((row) => cells(viewer, row, lateOf)) };
}

function cells(viewer: Viewer, row: OverdueRow, lateOf: (deadline: string) => ReturnType<typeof lateDays>): Cell[] {
  const { t, today, calendar } = viewer;
  const line = ledgerLine(viewer, row);
  const late = lateOf(row.deadline);
  const slip = row.press.slips.at(-1);
  return [
    line.light.word, line.number, line.title, line.lead, row.originalDeadline, row.deadline, late.days, late.workingDays, lateOf(row.originalDeadline).workingDays, explanationTag(viewer, row.press.explanations)?.label ?? '',
    line.turn.who, line.turn.since ?? '', line.lastAct ?? '', line.lastActOn ?? '',
    slip?.number ?? '', slip === undefined ? '' : dayOf(slip.issuedAt), slip === undefined ? '' : t(`supervision.state.${slipState(slip, today)}`),
    t(`supervision.next.${nextAct(row.press, today, calendar).act}`),
  ];
}
