import { stringify } from 'csv-stringify/sync';
import type { Viewer } from '../kernel/viewer.ts';
import { problemText } from './draft-pages.ts';
import type { Problem } from './import/plan-reading.ts';

const BOM = '\ufeff'; // without it the spreadsheet programs of the offices take UTF-8 for GBK

/** The problems of a reading as a table to take along; a cell that a spreadsheet would calculate is made text. */
export function problemList(viewer: Pick<Viewer, 't' | 'locale'>, problems: readonly Problem[]): string {
  const { t } = viewer;
  const head = [t('plans.problems.line'), t('plans.problems.severity'), t('plans.problems.reason')];
  const rows = problems.map((p) => [p.line === 0 ? '' : String(p.line), t(`plans.severity.${p.severity}`), problemText(viewer, p)]);
  return BOM + stringify([head, ...rows], { escape_formulas: true });
}
