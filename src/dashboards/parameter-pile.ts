import { sameEyes } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import type { ParameterSetWhereInput } from '../kernel/db/client.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

/** Parameters that somebody else proposed: they wait for every other supervisor and for the leaders, but for whoever stands in for the proposer. Nothing of a task stands in them. */
const waiting = ({ actor }: Viewer): ParameterSetWhereInput => ({ status: 'proposed', proposedById: { notIn: sameEyes(actor) } });

export const parameterPile: DeskPile = {
  ...pileLook({ name: 'parameters', icon: 'sign', waits: true, rare: true }),
  href: () => ownList('parameters'),
  count: ({ db }, viewer) => db.parameterSet.count({ where: waiting(viewer) }),
  rows: async ({ db }, viewer, { skip, take }) => {
    const { t } = viewer;
    const rows = await db.parameterSet.findMany({ where: waiting(viewer), orderBy: { id: 'asc' }, skip, take });
    return rows.map((row) => pileRow(t(`parameters.${row.kind}.title`), `/parameters/${row.kind}`, {
      meta: [row.reason, t('desk.row.proposed_on', { day: dayOf(row.proposedAt) })], action: actionView(t('desk.act.decide_parameters'), `/parameters/${row.kind}`, { look: 'outline-primary' }),
    }));
  },
};
