import { dayOf } from '../kernel/clock.ts';
import type { ExtensionWhereInput, MilestoneWhereInput, OverdueExplanationWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile, type PileLook } from './desk-pile.ts';

const TASK = { select: { id: true, title: true, number: true, leadUnit: { select: { shortName: true } } } } as const;
const live = ({ actor }: Viewer) => ({ status: { in: [...LIVE_STATUSES] }, AND: [visibleTo(actor)] });

/** Applications for a later deadline that wait: for a supervisor, or endorsed and for a leader. */
function applications(look: PileLook, status: 'pending' | 'endorsed', act: string): DeskPile {
  const where = (viewer: Viewer): ExtensionWhereInput => ({ status, task: live(viewer) });
  return {
    ...pileLook(look),
    href: () => ownList(look.name),
    count: ({ db }, viewer) => db.extension.count({ where: where(viewer) }),
    rows: async ({ db }, viewer, { skip, take }) => {
      const { t } = viewer;
      const rows = await db.extension.findMany({ where: where(viewer), orderBy: { askedAt: 'asc' }, skip, take, include: { task: TASK } });
      return rows.map((e) => pileRow(e.task.title, `/tasks/${e.task.id}`, {
        number: e.task.number, meta: [e.task.leadUnit?.shortName ?? '', t('desk.row.extension', { from: e.fromDeadline, to: e.toDeadline }), e.reason],
        action: actionView(t(act), `/tasks/${e.task.id}`, { look: 'outline-primary' }),
      }));
    },
  };
}

export const extensionPile = applications({ name: 'extension', icon: 'calendar', tone: 'info', waits: true }, 'pending', 'desk.act.decide_extension');
export const approvalPile = applications({ name: 'approval', icon: 'calendar', tone: 'info', waits: true, rare: true }, 'endorsed', 'desk.act.approve_extension');

const unanswered = (viewer: Viewer): OverdueExplanationWhereInput => ({ status: 'open', task: live(viewer) });

/** 逾期说明 that wait for their rectification limit (R13). */
export const explanationPile: DeskPile = {
  ...pileLook({ name: 'explanation', icon: 'overdue', tone: 'warn', waits: true, rare: true }),
  href: () => ownList('explanation'),
  count: ({ db }, viewer) => db.overdueExplanation.count({ where: unanswered(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.overdueExplanation.findMany({ where: unanswered(viewer), orderBy: { explainedAt: 'asc' }, skip, take, include: { task: TASK } });
    return rows.map((e) => pileRow(e.task.title, `/tasks/${e.task.id}`, {
      number: e.task.number, meta: [e.task.leadUnit?.shortName ?? '', t('desk.row.promised', { day: e.madeGoodBy }), dayOf(e.explainedAt)],
      action: actionView(t('desk.act.answer'), `/tasks/${e.task.id}`, { look: 'outline-primary' }),
    }));
  },
};

const unconfirmed = (viewer: Viewer): MilestoneWhereInput => ({ status: 'reported', retiredAt: null, task: live(viewer) });

/** Milestones that a unit reported as reached and nobody has confirmed. */
export const milestonePile: DeskPile = {
  ...pileLook({ name: 'milestone', icon: 'flag', waits: true, rare: true }),
  href: () => ownList('milestone'),
  count: ({ db }, viewer) => db.milestone.count({ where: unconfirmed(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.milestone.findMany({ where: unconfirmed(viewer), orderBy: { reportedAt: 'asc' }, skip, take, include: { task: TASK } });
    return rows.map((m) => pileRow(m.task.title, `/tasks/${m.task.id}/milestones/${m.id}`, {
      number: m.task.number, meta: [m.task.leadUnit?.shortName ?? '', t('desk.row.reached', { title: m.title, day: m.doneOn ?? '' })],
      action: actionView(t('desk.act.confirm'), `/tasks/${m.task.id}/milestones/${m.id}`, { look: 'outline-primary' }),
    }));
  },
};
