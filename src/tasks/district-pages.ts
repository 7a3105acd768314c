import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import { sharesIn } from './district-shares.ts';
import { algebraWords } from './district-view.ts';
import { districtAlgebra, type RollUpKind } from './roll-up.ts';
import type { TaskDetail } from './task-queries.ts';

/** Targets and weights of the districts of a draft, with their sum against the city's. */
export function sharesPage({ t }: Viewer, { task, districts }: { task: TaskDetail; districts: { id: number; shortName: string }[] }, rejected: Rejected | null): Page {
  const shares = sharesIn(task.districtShares);
  const set = districts.map(({ id }) => shares.get(id) ?? { target: null, weight: null });
  const unit = task.valueUnit ?? '';
  const title = t('tasks.act.share_out');
  const field = (name: 'target' | 'weight', { id, shortName }: { id: number; shortName: string }) =>
    fieldView(t, { name: `${name}${id}`, label: t(`tasks.share.${name}`, { unit: shortName }), value: shares.get(id)?.[name] ?? '' }, rejected);
  return {
    view: 'tasks/shares',
    data: {
      title,
      head: pageHead(title, { kicker: { label: task.title, href: `/tasks/${task.id}` }, summary: t('tasks.share.summary', { target: task.valueTarget === null ? t('tasks.share.no_target') : `${task.valueTarget}${unit}` }) }),
      algebra: algebraWords(t, districtAlgebra({ kind: (task.rollup ?? 'all') as RollUpKind, target: task.valueTarget }, set), task.valueTarget, unit),
      form: formView(t, `/tasks/${task.id}/shares`, task.version, rejected),
      version: String(task.version),
      rows: districts.map((unitOf) => ({ unit: unitOf.shortName, target: field('target', unitOf), weight: field('weight', unitOf) })),
      back: `/tasks/${task.id}`,
    },
  };
}
