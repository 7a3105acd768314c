import type { Viewer } from '../kernel/viewer.ts';
import type { Words } from '../kernel/text.ts';
import { actionView, termView, type Action, type Term } from '../web/view-parts.ts';
import type { DistrictView, SummedTask } from './district-queries.ts';
import { districtAlgebra, worstLight, type Algebra, type RollUp } from './roll-up.ts';
import { whyNot } from './task-policy.ts';
import type { TaskDetail } from './task-queries.ts';

/** The roll-up as a sentence with its numbers: 9 区县市中 7 个已报，合计 …，2 个未知. */
export function rollUpSentence(t: Words, { rollUp, unit }: SummedTask): string {
  const { kind, total, known, unknown, done, needed } = rollUp;
  const result = rollUp.result === null ? t('tasks.rollup_result.none') : resultWords(t, rollUp, unit);
  const whole = rollUp.target === null ? '' : t('tasks.rollup_sentence.target', { target: rollUp.target, unit });
  const met = rollUp.met === null ? t('tasks.rollup_sentence.undecided') : t(rollUp.met ? 'tasks.rollup_sentence.met' : 'tasks.rollup_sentence.not_met');
  return t(`tasks.rollup_sentence.${kind}`, { total, known, unknown, done, needed: needed ?? total, result, whole, met });
}

const resultWords = (t: Words, { kind, result, lights }: RollUp, unit: string): string =>
  (kind === 'sum' || kind === 'ratio' ? `${result ?? ''}${unit}` : kind === 'worst' ? t('tasks.rollup_result.worst', { percent: result ?? 0, light: t(`shell.light.${worstLight(lights)}`) }) : `${result ?? ''}%`);

/** What one district has reported and is to reach, where the whole is counted in values; what nobody reported is said to be unknown. */
export function shareWords(t: Words, summed: SummedTask | null, taskId: number): string | null {
  const child = summed?.byTask.get(taskId);
  if (summed == null || child === undefined || (summed.rollUp.kind !== 'sum' && summed.rollUp.kind !== 'ratio')) return null;
  const value = child.value === null ? t('tasks.share.unknown') : `${child.value}${summed.unit}`;
  return child.target === null ? value : t('tasks.share.of_target', { value, target: child.target, unit: summed.unit });
}

/** Σ of the districts' targets against the city's, as a warning both ways. */
export function algebraWords(t: Words, algebra: Algebra | null, target: number | null, unit: string): { text: string; warn: boolean } | null {
  if (algebra === null) return null;
  const { verdict, total, gap, missing } = algebra;
  return { text: t(`tasks.algebra.${verdict}`, { total, target: target ?? 0, gap: Math.abs(gap), missing, unit }), warn: verdict === 'short' || verdict === 'over' };
}

export interface RollUpSection { sentence: string; algebra: { text: string; warn: boolean } | null }

export function rollUpSection({ t }: Viewer, summed: SummedTask | null): RollUpSection | null {
  if (summed === null) return null;
  const { rollUp, children, unit } = summed;
  return { sentence: rollUpSentence(t, summed), algebra: algebraWords(t, districtAlgebra(rollUp, children), rollUp.target, unit) };
}

/** A draft with districts may have its targets shared out before the hand-over. */
export const shareActions = ({ t, actor, today }: Viewer, task: TaskDetail): Action[] =>
  (task.districtIds !== '[]' && task.status === 'draft' && whyNot(actor, 'edit', task, today) === null ? [actionView(t('tasks.act.share_out'), `/tasks/${task.id}/shares`)] : []);

export interface WholeSection { title: string; number: string; href: string | null; terms: { items: Term[] }; median: { items: Term[] } | null; tooFew: string | null }

/** On a district's own page: the whole it is part of, and the group's middle. */
export function wholeSection({ t }: Viewer, task: TaskDetail, whole: DistrictView | null, mayOpen: boolean): WholeSection | null {
  if (whole === null || task.parentId === null) return null;
  const { parent, progress, value, unit, districts } = whole;
  const terms = [
    termView(t('tasks.field.quote'), parent.quote), termView(t('tasks.field.requirement'), parent.requirement), termView(t('tasks.field.standard'), parent.standard), termView(t('tasks.field.rollup'), t(`tasks.rollup.${parent.rollup}`)),
    ...(task.valueTarget === null ? [] : [termView(t('tasks.field.own_target'), `${task.valueTarget}${unit}`)]),
  ];
  const median = [
    ...(progress === null ? [] : [termView(t('tasks.median.progress'), `${progress.median}%`, { note: t('tasks.median.of', { n: progress.n, total: districts }) })]),
    ...(value === null ? [] : [termView(t('tasks.median.value'), `${value.median}${unit}`, { note: t('tasks.median.of', { n: value.n, total: districts }) })]),
  ];
  return {
    title: parent.title, number: parent.number, href: mayOpen ? `/tasks/${task.parentId}` : null, terms: { items: terms },
    median: median.length === 0 ? null : { items: median }, tooFew: median.length === 0 ? t('tasks.median.too_few') : null,
  };
}
