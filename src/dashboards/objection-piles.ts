import { instantAt } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import type { AssignmentWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { arbitrationEnds } from '../tasks/assignment.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { actionView, pileRow, type PileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile, type PileLook } from './desk-pile.ts';

/** What was decided is news to the unit for two weeks. */
const RECENT_DAYS = 14;

const PARTS = { unit: { select: { shortName: true } }, task: { select: { id: true, number: true, title: true } } } as const;
type Row = { id: number; objection: string | null; objectedAt: Date | null; objectionReason: string | null; arbitration: string | null; unit: { shortName: string }; task: { id: number; number: string | null; title: string } };

function branchPile(look: PileLook, where: (viewer: Viewer) => AssignmentWhereInput, row: (viewer: Viewer, branch: Row) => PileRow): DeskPile {
  return {
    ...pileLook(look),
    href: () => ownList(look.name),
    count: ({ db }, viewer) => db.assignment.count({ where: where(viewer) }),
    rows: async ({ db }, viewer, { skip, take }) => (await db.assignment.findMany({ where: where(viewer), include: PARTS, orderBy: [{ objectedAt: 'asc' }, { id: 'asc' }], skip, take })).map((branch) => row(viewer, branch)),
  };
}

const hrefOf = ({ task, id }: Row): string => `/tasks/${task.id}/branches#branch-${id}`;

/** Objections that wait for the supervisor, with the clock that runs for the decision. */
export const objectionPile = branchPile(
  { name: 'objection', icon: 'quote', tone: 'bad', waits: true, rare: true },
  ({ actor }) => ({ objection: 'open', task: { status: { in: ['issued', 'underway'] }, AND: [visibleTo(actor)] } }),
  ({ t, today, calendar }, branch) => {
    const until = arbitrationEnds(branch.objectedAt ?? instantAt(today), calendar);
    return pileRow(branch.task.title, hrefOf(branch), {
      number: branch.task.number, meta: [branch.unit.shortName, t('desk.row.rule_until', { day: until })], warn: until < today ? t('desk.row.late', { days: workingDaysBetween(until, today, calendar) }) : null,
      action: actionView(t('desk.act.rule'), hrefOf(branch), { look: 'outline-primary' }),
    });
  },
);

/** What was decided on the unit's own objections. */
export const rulingPile = branchPile(
  { name: 'ruling', icon: 'sign', tone: 'info', rare: true },
  ({ actor, today }) => ({ unitId: actor.unitId, objection: { in: ['upheld', 'dismissed'] }, arbitratedAt: { gte: instantAt(addDays(today, -RECENT_DAYS)) }, task: { AND: [visibleTo(actor)] } }),
  ({ t }, branch) => pileRow(branch.task.title, hrefOf(branch), { number: branch.task.number, meta: [t(`tasks.objection.${branch.objection ?? ''}`), branch.arbitration ?? ''] }),
);

/** Later days that supporting units ask of this unit, as the lead. */
export const dueWishPile: DeskPile = branchPile(
  { name: 'due_wish', icon: 'calendar', tone: 'info', rare: true },
  ({ actor }) => ({ dueWishes: { some: { status: 'pending' } }, task: { leadUnitId: actor.unitId, status: { in: ['issued', 'underway'] }, AND: [visibleTo(actor)] } }),
  ({ t }, branch) => pileRow(branch.task.title, hrefOf(branch), { number: branch.task.number, meta: [branch.unit.shortName], action: actionView(t('desk.act.answer_wish'), hrefOf(branch), { look: 'outline-primary' }) }),
);

/** What was given to this very person inside the unit. */
export const minePile: DeskPile = branchPile(
  { name: 'mine', icon: 'user', rare: true },
  ({ actor }) => ({ unitId: actor.unitId, handlings: { some: { accountId: actor.accountId, endedAt: null } }, task: { status: { in: ['issued', 'underway', 'submitted'] }, AND: [visibleTo(actor)] } }),
  ({ t }, branch) => pileRow(branch.task.title, `/tasks/${branch.task.id}`, { number: branch.task.number, meta: [branch.unit.shortName], action: actionView(t('desk.act.open_filings'), `/tasks/${branch.task.id}/filings`, { look: 'outline-primary' }) }),
);
