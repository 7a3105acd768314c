import type { Viewer } from '../kernel/viewer.ts';
import type { PlanCard } from '../plans/plan-queries.ts';
import type { UnitName } from '../units/unit.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import { lineView } from './list-pages.ts';
import type { CommitmentLine } from './list-queries.ts';

const COLUMNS: readonly [name: string, width: number][] = [
  ['citation', 22], ['commitment', 70], ['kind', 10], ['state', 12], ['light', 10], ['lead', 24], ['note', 36], ['deadline', 12], ['tasks', 24],
];

/** The list as it is filtered, as a table to take away. */
export function listSheet(viewer: Viewer, plan: PlanCard, lines: readonly CommitmentLine[], units: ReadonlyMap<string, UnitName>): Sheet {
  const { t } = viewer;
  return {
    title: plan.shortTitle,
    columns: COLUMNS.map(([name, width]) => ({ heading: t(`coverage.column.${name}`), width })),
    rows: lines.map((line) => {
      const view = lineView(viewer, line, units);
      return [view.citation, view.text, view.kind.label, view.state.label, view.light?.word ?? '', view.lead, view.note ?? '', view.deadline, view.tasks.map((task) => task.label).join(' ')];
    }),
  };
}
