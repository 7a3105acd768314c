import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { tagView, type Tag, type Tone } from '../web/view-parts.ts';
import { runningExplanation } from './explanation-policy.ts';
import type { TaskDetail } from './task-queries.ts';

const TONES: Record<string, Tone> = { prepared: 'neutral', pending: 'info', endorsed: 'info', granted: 'ok', refused: 'warn', taken_back: 'neutral' };

/** Every application with what was said about it; what a clerk prepared is the unit's own business until its head has signed. */
export function extensionLines({ t, actor }: Viewer, task: TaskDetail, names: Map<number, string>) {
  const own = task.assignments.some((a) => a.role === 'lead' && a.unitId === actor.unitId);
  return task.extensions.filter((e) => e.status !== 'prepared' || own).map((e) => ({
    text: t('tasks.extension.line', { from: e.fromDeadline, to: e.toDeadline }),
    status: tagView(t(`tasks.extension.${e.status}`), TONES[e.status] ?? 'neutral'),
    reason: e.reason,
    progressNote: e.progressNote,
    steps: [
      t(e.status === 'prepared' ? 'tasks.extension.drafted' : 'tasks.extension.asked', { day: dayOf(e.askedAt), who: names.get(e.askedById) ?? '' }),
      ...(e.endorsedAt === null ? [] : [t('tasks.extension.endorsed_by', { day: dayOf(e.endorsedAt), who: names.get(e.endorsedById ?? 0) ?? '' })]),
      ...(e.decidedAt === null || e.decidedById === null ? [] : [t('tasks.extension.decided', { day: dayOf(e.decidedAt), who: names.get(e.decidedById) ?? '' })]),
    ].join(' · '),
    remarks: [e.endorsement, e.decisionReason].filter((remark) => remark !== null && remark !== ''),
  }));
}

/** 已说明，整改至 …: where an overdue task stands with its explanation; null where there is none. */
export function explanationTag({ t, today }: Viewer, explanations: readonly { status: string; rectifyBy: string | null }[]): Tag | null {
  const last = explanations.at(-1);
  if (last === undefined) return null;
  if (last.status === 'open') return tagView(t('tasks.explanation.open'), 'info');
  const runs = runningExplanation(explanations, today) !== null;
  return tagView(t(runs ? 'tasks.explanation.rectify' : 'tasks.explanation.in_vain', { day: last.rectifyBy ?? '' }), runs ? 'info' : 'warn');
}

/** Every explanation with its answer, the newest first. */
export function explanationLines(viewer: Viewer, task: TaskDetail, names: Map<number, string>) {
  const { t } = viewer;
  return task.explanations.map((e) => ({
    tag: explanationTag(viewer, [e]),
    reason: e.reason, measures: e.measures,
    given: t('tasks.explanation.given', { day: dayOf(e.explainedAt), who: names.get(e.explainedById) ?? '', by: e.madeGoodBy }),
    answer: e.answeredAt === null ? null : t('tasks.explanation.answered', { day: dayOf(e.answeredAt), who: names.get(e.answeredById ?? 0) ?? '', by: e.rectifyBy ?? '' }),
    words: e.answer === '' ? null : e.answer,
  })).reverse();
}
