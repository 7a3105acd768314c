import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { periodWords } from '../audit/period-words.ts';
import { isCoordinationLate } from '../filings/coordination.ts';
import { coordinationLines, coordinationsWaitingFor } from '../filings/coordination-queries.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

/** What a unit asked to have settled: for whoever has to answer it, and for the unit once it is answered. */
export const coordinationPile: DeskPile = {
  ...pileLook({ name: 'coordination', icon: 'link', tone: 'info', waits: true, rare: true }),
  href: () => ownList('coordination'),
  count: ({ db }, { actor }) => db.coordination.count({ where: coordinationsWaitingFor(actor) }),
  rows: async (context, viewer: Viewer, slice) => {
    const { t, today, calendar } = viewer;
    return (await coordinationLines(context, coordinationsWaitingFor(viewer.actor), slice)).map((line) => pileRow(line.matter, `/coordination/${String(line.id)}`, {
      number: line.task.number, meta: [line.unit.shortName, periodWords(t, line.period), t(line.status === 'answered' ? 'desk.row.coordination_answered' : 'desk.row.due', { day: line.dueOn })],
      warn: isCoordinationLate(line, today) ? t('desk.row.late', { days: workingDaysBetween(line.dueOn, today, calendar) }) : null,
      action: actionView(t(line.status === 'answered' ? 'desk.act.coordination_confirm' : 'desk.act.coordination'), `/coordination/${String(line.id)}`, { look: 'outline-primary' }),
    }));
  },
};
