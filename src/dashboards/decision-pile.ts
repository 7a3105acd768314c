import { instantAt } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import type { ExtensionWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

/** Decisions on the unit's own applications are news for two weeks. */
const RECENT_DAYS = 14;

export const decisionPile: DeskPile = {
  ...pileLook({ name: 'decision', icon: 'calendar' }),
  href: () => ownList('decision'),
  count: ({ db }, viewer) => db.extension.count({ where: decided(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.extension.findMany({ where: decided(viewer), orderBy: { decidedAt: 'desc' }, skip, take, include: { task: { select: { id: true, title: true, number: true } } } });
    return rows.map((e) => pileRow(e.task.title, `/tasks/${e.task.id}`, {
      number: e.task.number, meta: [t(`desk.row.${e.status}`, { from: e.fromDeadline, to: e.toDeadline }), ...(e.decisionReason === null || e.decisionReason === '' ? [] : [e.decisionReason])],
    }));
  },
};

const decided = ({ actor, today }: Viewer): ExtensionWhereInput => ({
  status: { in: ['granted', 'refused'] }, decidedAt: { gte: instantAt(addDays(today, -RECENT_DAYS)) },
  task: { leadUnitId: actor.unitId, AND: [visibleTo(actor)] },
});
