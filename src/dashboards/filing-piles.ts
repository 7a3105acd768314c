import type { Actor } from '../kernel/actor.ts';
import type { AssignmentWhereInput, FilingWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { periodWords } from '../audit/period-words.ts';
import { countFilingsInReview, filingsInReview, STATE_PARTS } from '../filings/filing-queries.ts';
import { periodsOfBranch } from '../filings/filing-state.ts';
import { filingHref } from '../filings/filing-words.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile, type PileLook } from './desk-pile.ts';
import { openDays } from './open-days.ts';

/** Reports that wait for the supervisor's review, the oldest first. */
export const reviewPile: DeskPile = {
  ...pileLook({ name: 'review', icon: 'quote', tone: 'info', waits: true }),
  href: () => '/reviews',
  count: (context, { actor }) => countFilingsInReview(context, actor),
  rows: async (context, { actor, t }, slice) => (await filingsInReview(context, actor, slice)).map((f) => pileRow(f.title, f.href, {
    number: f.number, meta: [f.unit, periodWords(t, f.period), t('desk.row.waiting_working', { days: f.waitingDays })],
    warn: f.round > 1 ? t('desk.row.round', { round: f.round }) : null,
    action: actionView(t('desk.act.review'), f.href, f.own ? { whyNot: t('desk.row.own_filing') } : { look: 'outline-primary' }),
  })),
};

const STATUSES = { signoff: 'signoff', returned: 'returned', own_draft: 'draft' } as const;

const written = (actor: Actor, status: string): FilingWhereInput => ({ status, assignment: { unitId: actor.unitId, role: { not: 'former' } }, task: { status: 'underway', AND: [visibleTo(actor)] } });

/** What the unit itself has begun and not sent, by where it lies. */
function writtenPile(name: keyof typeof STATUSES, look: Omit<PileLook, 'name'>, act: string): DeskPile {
  const where = ({ actor }: Viewer): FilingWhereInput => written(actor, STATUSES[name]);
  return {
    ...pileLook({ name, waits: true, ...look }),
    href: () => ownList(name),
    count: ({ db }, viewer) => db.filing.count({ where: where(viewer) }),
    rows: async ({ db }, viewer, { skip, take }) => {
      const { t, today, calendar } = viewer;
      const rows = await db.filing.findMany({
        where: where(viewer), orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], skip, take,
        select: { period: true, dueOn: true, returnReason: true, task: { select: { id: true, title: true, number: true } } },
      });
      return rows.map((f) => pileRow(f.task.title, filingHref(f.task.id, f.period), {
        number: f.task.number,
        meta: [periodWords(t, f.period), ...(name === 'returned' && f.returnReason !== null ? [t('desk.row.returned_because', { reason: f.returnReason })] : []), t('desk.row.due', { day: f.dueOn })],
        warn: f.dueOn < today ? t('desk.row.late', { days: workingDaysBetween(f.dueOn, today, calendar) }) : null,
        action: actionView(t(act), filingHref(f.task.id, f.period), { look: 'outline-primary' }),
      }));
    },
  };
}

export const signoffPile = writtenPile('signoff', { icon: 'pile', tone: 'info' }, 'desk.act.sign_off');
export const returnedPile = writtenPile('returned', { icon: 'return', tone: 'bad' }, 'desk.act.correct');
export const ownDraftPile = writtenPile('own_draft', { icon: 'edit' }, 'desk.act.go_on');

/** Branches of the unit whose next report is open and not begun; `late` only those whose day has passed. */
const owing = ({ actor, today, calendar }: Viewer, late: boolean): AssignmentWhereInput => {
  const { report, support, once } = openDays(today, calendar);
  return {
    unitId: actor.unitId, role: { not: 'former' }, signedAt: { not: null }, filings: { none: { status: { in: Object.values(STATUSES) } } }, task: { status: 'underway', AND: [visibleTo(actor)] },
    ...(late ? { nextDueOn: { lt: today } } : {}),
    OR: [
      { task: { cycle: 'once' }, nextDueOn: { lte: once } },
      { task: { cycle: { not: 'once' } }, role: 'support', nextDueOn: { lte: support } },
      { task: { cycle: { not: 'once' } }, role: { not: 'support' }, nextDueOn: { lte: report } },
    ],
  };
};

function owedPile(name: 'report' | 'late_report', look: Omit<PileLook, 'name'>): DeskPile {
  const where = (viewer: Viewer): AssignmentWhereInput => owing(viewer, name === 'late_report');
  return {
    ...pileLook({ name, waits: true, ...look }),
    href: () => ownList(name),
    count: ({ db }, viewer) => db.assignment.count({ where: where(viewer) }),
    rows: async ({ db }, viewer, { skip, take }) => {
      const { t, today, calendar } = viewer;
      const branches = await db.assignment.findMany({ where: where(viewer), select: STATE_PARTS, orderBy: [{ nextDueOn: 'asc' }, { id: 'asc' }], skip, take });
      return branches.map((branch) => {
        const owed = periodsOfBranch(branch, today, calendar).filter((p) => p.owed);
        const first = owed[0];
        const href = first === undefined ? `/tasks/${branch.task.id}` : filingHref(branch.task.id, first.period);
        return pileRow(branch.task.title, href, {
          number: branch.task.number,
          meta: first === undefined ? [] : [periodWords(t, first.period), t('desk.row.due', { day: first.dueOn }), ...(owed.length > 1 ? [t('desk.row.periods', { count: owed.length })] : [])],
          warn: first !== undefined && first.overdueDays > 0 ? t('desk.row.late', { days: first.overdueDays }) : null,
          action: actionView(t('desk.act.report'), href, { look: 'outline-primary' }),
        });
      });
    },
  };
}

export const reportPile = owedPile('report', { icon: 'edit', tone: 'info' });
export const lateReportPile = owedPile('late_report', { icon: 'overdue', tone: 'bad' });
