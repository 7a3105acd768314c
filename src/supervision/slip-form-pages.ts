import type { Complaint } from '../kernel/errors.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected } from '../web/forms.ts';
import { chipView, pageHead, termView, type Chips } from '../web/view-parts.ts';
import { LADDER, REPLY_DAYS } from './press-ladder.ts';
import { limitFor, whyNotPress } from './press-policy.ts';
import type { PressedTask, PressedWhole } from './press-facts.ts';
import type { GroundKind, SlipKind } from './slip.ts';
import type { SlipLine } from './slip-queries.ts';
import { groundWords, slipLine } from './slip-words.ts';

const words = ({ t }: Viewer, complaint: Complaint | null): string | null => (complaint === null ? null : t(complaint.key, complaint.values));

export interface SlipFormData {
  task: PressedWhole;
  /** Of the task, or of the branch that is behind. */
  asked: PressedTask;
  slips: SlipLine[];
}

/** The form of one 催办单 or 督办通知单: to whom, why now, what was sent before. */
export function slipFormPage(viewer: Viewer, kind: SlipKind, { task: whole, asked: task, slips }: SlipFormData, rejected: Rejected | null): Page {
  const { t, today, calendar } = viewer;
  const form = formView(t, `/tasks/${String(task.id)}/${kind}s`, null, rejected);
  const blocked = whyNotPress(kind, task, { urgent: true, beyondCap: true }, today, calendar);
  const title = t(`supervision.form.${kind}`);
  return {
    view: 'supervision/slip-form',
    data: {
      title,
      head: pageHead(title, { kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${String(task.id)}` } }),
      facts: { items: factTerms(viewer, task) },
      units: unitChips(viewer, kind, whole, task),
      blocked: words(viewer, blocked),
      form,
      hidden: [{ name: 'unitId', value: String(task.unitId ?? 0) }],
      fields: wordsFields(viewer, kind, rejected, task.ground?.kind),
      pleas: pleaFields(viewer, kind, task, rejected),
      button: t(`supervision.form.${kind}_button`),
      cancel: `/tasks/${String(task.id)}`,
      slips: slips.map((slip) => slipLine(viewer, slip)),
    },
  };
}

/** Whom it may go to: the unit whose turn it is, and the branches that are behind. */
function unitChips({ t }: Viewer, kind: SlipKind, whole: PressedWhole, asked: PressedTask): Chips {
  const href = (unitId: number | null): string => `/tasks/${String(whole.id)}/${kind}s/new${unitId === whole.unitId ? '' : `?unit=${String(unitId ?? '')}`}`;
  const units = [whole, ...whole.behind].filter(({ unitId }) => unitId !== null);
  return { label: t('supervision.form.to'), items: whole.behind.length === 0 ? [] : units.map(({ unitId, unitName }) => chipView(unitName ?? '', href(unitId), { current: unitId === asked.unitId })) };
}

function factTerms(viewer: Viewer, task: PressedTask) {
  const { t, today } = viewer;
  return [
    termView(t('supervision.form.to'), task.unitName),
    termView(t('supervision.form.ground'), task.ground === null ? t('supervision.form.no_ground') : groundWords(viewer, task.ground, today)),
    termView(t('tasks.field.deadline'), task.deadline, { struck: task.originalDeadline === task.deadline ? null : task.originalDeadline }),
    termView(t('supervision.form.this_month'), t('supervision.form.this_month_count', { count: task.slipsThisMonth })),
  ];
}

/** What every slip says: why, what is wanted, by when it is to be answered. */
export function wordsFields({ t }: Viewer, kind: SlipKind, rejected: Rejected | null, ground: GroundKind = 'deadline'): Field[] {
  const why = kind === 'urge' && (ground === 'filing' || ground === 'signature') ? ground : kind;
  return [
    fieldView(t, { name: 'reason', label: t('supervision.field.reason'), kind: 'area', rows: 3, required: true, value: t(`supervision.default_reason.${why}`) }, rejected),
    fieldView(t, { name: 'requirement', label: t('supervision.field.requirement'), kind: 'area', rows: 4, required: true, value: t(`supervision.default.${kind}`) }, rejected),
    fieldView(t, {
      name: 'replyDays', label: t('supervision.field.reply_days'), kind: 'number', required: true, value: LADDER[kind].replyDays,
      hint: t('supervision.field.reply_days_hint', { least: REPLY_DAYS.least, most: REPLY_DAYS.most }),
    }, rejected),
  ];
}

const PLEAS = [['urgentReason', 'urgent'], ['capReason', 'beyondCap']] as const;

/** Only what is needed to get past a soft limit is asked for, with the limit as the hint. */
function pleaFields(viewer: Viewer, kind: SlipKind, task: PressedTask, rejected: Rejected | null): Field[] {
  const { t, today, calendar } = viewer;
  const limits = PLEAS.map(([name, plea]) => [name, limitFor(plea, kind, task, today, calendar)] as const);
  return limits.flatMap(([name, limit]) => (limit === null ? [] : [
    fieldView(t, { name, label: t(`supervision.field.${name}`), kind: 'area', rows: 2, required: true, hint: words(viewer, limit) ?? '' }, rejected),
  ]));
}
