import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { explanationTag } from '../tasks/deadline-view.ts';
import { ledgerLine } from '../tasks/ledger-line.ts';
import { actionView, type Action } from '../web/view-parts.ts';
import { ESCALATIONS } from './escalation.ts';
import { whyNotEscalate } from './escalation-policy.ts';
import { nextAct, type NextAct } from './next-act.ts';
import type { OverdueRow } from './overdue-queries.ts';
import type { PressedTask, PressedWhole } from './press-facts.ts';
import { mayPress, whyNotPress, NO_PLEAS, type PastSlip } from './press-policy.ts';
import { slipTag } from './slip-words.ts';

const PATHS = { urge: 'urges/new', notice: 'notices/new', verify: 'verifications/new', talk: 'talks/new', criticism: 'criticisms/new', instruct: 'instructions/new' } as const;

/** Who does it: a word from a leader is asked for by a supervisor or given by a leader, everything else is for those who press. */
const isFor = (actor: Viewer['actor'], act: NextAct): boolean => (act === 'instruct' ? actor.role === 'supervisor' || actor.role === 'leader' : mayPress(actor));

/** The last slip of a line: number, day and what became of it. */
const slipView = (viewer: Viewer, slip: PastSlip | undefined) =>
  (slip === undefined ? null : { number: slip.number, href: `/slips/${String(slip.id)}`, day: dayOf(slip.issuedAt), state: slipTag(viewer, slip) });

export interface NextView { words: string; action: Action | null }

/**
 * The next lawful act in words and, for those who may, as a button; disabled with its reason where it is not yet time. Where the unit whose
 * turn it is is behind with nothing, it is an act on the branch that is.
 */
export const nextView = (viewer: Viewer, press: PressedWhole): NextView => (press.ground === null ? branchView(viewer, press) : null) ?? actView(viewer, press);

/** What is lawful next towards the branch that has been behind for longest, named since it is not the lead; null where none is, or no slip can follow. */
function branchView(viewer: Viewer, { behind: [branch] }: PressedWhole): NextView | null {
  if (branch === undefined) return null;
  const view = actView(viewer, branch, `?unit=${String(branch.unitId ?? 0)}`);
  const { act } = nextAct(branch, viewer.today, viewer.calendar);
  if (act !== 'urge' && act !== 'notice') return null;
  const words = viewer.t('supervision.next.of_branch', { act: view.words, unit: branch.unitName ?? '' });
  return { words, action: view.action === null ? null : { ...view.action, label: words } };
}

function actView(viewer: Viewer, press: PressedTask, query = ''): NextView {
  const { t, today, calendar, actor } = viewer;
  const { act, whyNot } = nextAct(press, today, calendar);
  const words = t(`supervision.next.${act}`);
  if (act === 'wait' || !isFor(actor, act)) return { words, action: null };
  const rung = ESCALATIONS.find((e) => e === act);
  const blocked = whyNot ?? (rung === undefined ? null : whyNotEscalate(actor, rung, press, today));
  const reason = blocked === null ? null : t(blocked.key, blocked.values);
  return { words, action: actionView(words, `/tasks/${String(press.id)}/${PATHS[act]}${query}`, { look: 'outline-primary', whyNot: reason }) };
}

/** Days since a deadline passed, calendar and working days. */
export function lateDays({ t, today, calendar }: Viewer, deadline: string): { days: number; workingDays: number; calendar: string; working: string } {
  const days = daysBetween(deadline, today);
  const workingDays = workingDaysBetween(deadline, today, calendar);
  return { days, workingDays, calendar: t('supervision.overdue.days', { days }), working: t('supervision.overdue.working_days', { days: workingDays }) };
}

/** One overdue task, worded: what is late, whose turn since when, the last act and slip, what comes next. */
export function overdueLine(viewer: Viewer, row: OverdueRow) {
  const { t, today, calendar, actor } = viewer;
  const blocked = whyNotPress('urge', row.press, NO_PLEAS, today, calendar);
  return {
    ...ledgerLine(viewer, row),
    late: lateDays(viewer, row.deadline),
    lateOnOriginal: row.originalDeadline === row.deadline ? null : t('supervision.overdue.on_original', { workingDays: workingDaysBetween(row.originalDeadline, today, calendar) }),
    explanation: explanationTag(viewer, row.press.explanations),
    since: row.turnSince === null ? null : dayOf(row.turnSince),
    lastSlip: slipView(viewer, row.press.slips.at(-1)),
    next: nextView(viewer, row.press),
    branch: branchView(viewer, row.press)?.action ?? null,
    mayChoose: mayPress(actor) && blocked === null,
    chooseLabel: t('supervision.overdue.choose', { title: row.title }),
  };
}
