import { sameEyes } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import type { TaskEndingWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

/** Proposals to withdraw, merge or make standing that somebody else made: they wait for this person as for every other supervisor and leader. */
const waiting = ({ actor }: Viewer): TaskEndingWhereInput => ({ status: 'pending', proposedById: { notIn: sameEyes(actor) }, task: visibleTo(actor) });

export const endingPile: DeskPile = {
  ...pileLook({ name: 'ending', icon: 'sign', tone: 'warn', waits: true, rare: true }),
  href: () => ownList('ending'),
  count: ({ db }, viewer) => db.taskEnding.count({ where: waiting(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t, today } = viewer;
    const rows = await db.taskEnding.findMany({ where: waiting(viewer), orderBy: { id: 'asc' }, skip, take, include: { task: { select: { id: true, title: true, number: true } } } });
    return rows.map((e) => pileRow(e.task.title, `/tasks/${e.task.id}`, {
      number: e.task.number, meta: [t(`tasks.ending_kind.${e.kind}`), e.reason, t('desk.row.proposed', { days: Math.max(0, daysBetween(dayOf(e.proposedAt), today)) })],
      action: actionView(t('desk.act.decide_ending'), `/tasks/${e.task.id}`, { look: 'outline-primary' }),
    }));
  },
};

/** Tasks that stand still and whose day to be looked at again has come. */
const lookAgain = ({ actor, today }: Viewer) => ({ resumedOn: null, lookAgainOn: { lte: today }, task: { status: 'suspended', parentId: null, AND: [visibleTo(actor)] } });

export const lookAgainPile: DeskPile = {
  ...pileLook({ name: 'look_again', icon: 'clock', tone: 'warn', rare: true }),
  href: () => ownList('look_again'),
  count: ({ db }, viewer) => db.suspension.count({ where: lookAgain(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.suspension.findMany({ where: lookAgain(viewer), orderBy: [{ lookAgainOn: 'asc' }, { id: 'asc' }], skip, take, include: { task: { select: { id: true, title: true, number: true } } } });
    return rows.map((s) => pileRow(s.task.title, `/tasks/${s.task.id}`, { number: s.task.number, meta: [s.reason, t('desk.row.look_again', { day: s.lookAgainOn })], action: actionView(t('desk.act.look_again'), `/tasks/${s.task.id}`) }));
  },
};
