import { strandedIn } from '../succession/held-work-queries.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { pileLook, type DeskPile } from './desk-pile.ts';

/** People of the unit who can no longer act and still have something in hand: somebody else has to go on with it. */
export const strandedPile: DeskPile = {
  ...pileLook({ name: 'stranded', icon: 'people', tone: 'warn', waits: true, rare: true }),
  href: () => '/work',
  count: async (context, { actor }) => (await strandedIn(context, actor.unitId)).size,
  rows: async (context, { actor, t }, { skip, take }) => {
    const counts = await strandedIn(context, actor.unitId);
    const people = await context.db.account.findMany({ where: { id: { in: [...counts.keys()] } }, select: { id: true, name: true }, orderBy: { id: 'asc' }, skip, take });
    return people.map(({ id, name }) => pileRow(name, `/work#person-${id}`, {
      meta: [t('desk.row.held', { count: counts.get(id) ?? 0 })], action: actionView(t('desk.act.hand_on'), `/work#person-${id}`, { look: 'outline-primary' }),
    }));
  },
};
