import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Confirm } from '../web/view-parts.ts';
import { actFormView } from './act-form.ts';
import { ENDING_ACTS, type EndingAct } from './ending-lifecycle.ts';
import { whyNotEnding } from './ending-policy.ts';
import type { RejectedAct } from './rejected-act.ts';
import { TASK_LIFE } from './task-lifecycle.ts';
import { reasonsAgainst, reasonValues, relationsOf } from './task-policy.ts';
import type { TaskDetail } from './task-queries.ts';

export interface EndNote { text: string; href: string | null; link: string | null }
type Names = ReadonlyMap<number, string>;

const PATHS: Record<EndingAct, string> = { confirm: 'confirmation', refuse: 'refusal', take_back: 'taking-back' };

/** What has become of a task that is not simply under way: one sentence with its day, reason and where it went on. */
export function endNotes(viewer: Viewer, task: TaskDetail, names: Names): EndNote[] {
  const { t } = viewer;
  const note = (text: string, more: Partial<EndNote> = {}): EndNote => ({ text, href: null, link: null, ...more });
  const suspension = task.suspensions[0];
  if (task.status === 'suspended' && suspension !== undefined) {
    return [note(t('tasks.note.suspended', { day: suspension.suspendedOn, who: names.get(suspension.suspendedById) ?? '', reason: suspension.reason, until: suspension.lookAgainOn }))];
  }
  if (task.status === 'archived' && task.archivedAt !== null) return [note(t('tasks.note.archived', { day: dayOf(task.archivedAt) }))];
  if (task.status === 'closed') return openBeforeArchive(viewer, task).map((text) => note(text));
  const ending = task.endings.find((e) => e.status === 'confirmed');
  if (!['withdrawn', 'merged', 'standing'].includes(task.status)) return [];
  if (ending?.decidedAt == null) return task.parent === null ? [] : [note(t(`tasks.note.with_parent.${task.status}`))];
  const values = { day: dayOf(ending.decidedAt), proposer: names.get(ending.proposedById) ?? '', decider: names.get(ending.decidedById ?? 0) ?? '', reason: ending.reason };
  const { survivor } = ending;
  return [note(t(`tasks.note.${task.status}`, values), survivor === null ? {} : { href: `/tasks/${survivor.id}`, link: `${survivor.number ?? ''} ${survivor.title}` })];
}

/** Everything that keeps a closed task out of the archive, for those whose act that is. */
function openBeforeArchive({ t, actor, today }: Viewer, task: TaskDetail): string[] {
  if (!relationsOf(actor, task).some((relation) => TASK_LIFE.archive.by.some((by) => by === relation))) return [];
  const reasons = reasonsAgainst(actor, 'archive', task, today);
  return reasons.length === 0 ? [] : [t('tasks.note.not_archived_yet', { reasons: reasons.map((key) => t(key, reasonValues(task))).join(' ') })];
}

/** A proposal to end the task that waits for a second person, and what this person may do with it. */
export function endingBox(viewer: Viewer, task: TaskDetail, names: Names, rejected: RejectedAct | null) {
  const { t, actor } = viewer;
  const ending = task.endings.find((e) => e.status === 'pending');
  if (ending === undefined) return null;
  const mine = ENDING_ACTS.filter((act) => whyNotEnding(actor, act, ending) === null);
  const own = ['supervisor', 'leader'].includes(actor.role) && whyNotEnding(actor, 'confirm', ending) !== null;
  const { survivor } = ending;
  return {
    title: t('tasks.ending.title', { kind: t(`tasks.ending_kind.${ending.kind}`) }),
    reason: ending.reason,
    proposed: t('tasks.ending.proposed', { day: dayOf(ending.proposedAt), who: names.get(ending.proposedById) ?? '' }),
    survivor: survivor === null ? null : { href: `/tasks/${survivor.id}`, label: `${survivor.number ?? ''} ${survivor.title}` },
    effect: t(`tasks.ending.effect.${ending.kind}`),
    waits: own ? t('tasks.ending.needs_another') : null,
    acts: mine.map((act): Confirm => actFormView(viewer, {
      name: `ending_${act}`, href: `/tasks/${task.id}/ending/${PATHS[act]}`, words: `tasks.ending.${act}`, version: task.version, danger: act === 'confirm',
      wishes: act === 'take_back' ? [] : [{ name: 'remark', kind: 'area', required: act === 'refuse' }],
    }, rejected?.act === `ending_${act}` ? rejected : null)),
  };
}

/** 阶段性办结: the phases that were accepted, the latest first, and what is to be done next. */
export const phaseLines = ({ t }: Viewer, task: TaskDetail, names: Names) => task.phases.toReversed().map((phase, i) => ({
  title: t('tasks.phase.title', { ordinal: phase.ordinal, title: phase.title }),
  closed: t('tasks.phase.closed', { day: phase.closedOn, who: names.get(phase.closedById) ?? '' }),
  standard: phase.standard,
  next: i === 0 ? t('tasks.phase.next', { day: phase.nextDueOn, requirement: phase.nextRequirement }) : null,
}));

/** Everybody whose name these parts show. */
export const endingPeople = ({ endings, suspensions, phases, lightOverrides }: TaskDetail): (number | null)[] => [
  ...endings.flatMap((e) => [e.proposedById, e.decidedById]), ...suspensions.map((s) => s.suspendedById), ...phases.map((p) => p.closedById),
  ...lightOverrides.flatMap((o) => [o.proposedById, o.decidedById]),
];
