import type { Viewer } from '../kernel/viewer.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import { problemText } from './draft-pages.ts';
import type { Problem } from './import/plan-reading.ts';

/** The problems of a reading as a table to take along. */
export function problemSheet(viewer: Pick<Viewer, 't'>, title: string, problems: readonly Problem[]): Sheet {
  const { t } = viewer;
  return {
    title,
    columns: [{ heading: t('plans.problems.line'), width: 8 }, { heading: t('plans.problems.severity'), width: 10 }, { heading: t('plans.problems.reason'), width: 80 }],
    rows: problems.map((p) => [p.line === 0 ? '' : p.line, t(`plans.severity.${p.severity}`), problemText(viewer, p)]),
  };
}
