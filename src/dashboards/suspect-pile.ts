import { countSuspects, uncarriedPlans, waitingSuspects } from '../coverage/suspect-queries.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

/** What a new version of a plan leaves to do: take over the tasks of the old one, then confirm those whose sentences were changed. */
export const suspectPile: DeskPile = {
  ...pileLook({ name: 'suspect', icon: 'link', tone: 'warn', waits: true, rare: true }),
  href: () => ownList('suspect'),
  count: async (context) => (await uncarriedPlans(context)).length + await countSuspects(context),
  rows: async (context, { t }, { skip, take }) => {
    const plans = (await uncarriedPlans(context)).map(({ id, shortTitle }) =>
      pileRow(shortTitle, `/plans/${id}/changes`, { meta: [t('desk.row.new_version')], action: actionView(t('desk.act.compare'), `/plans/${id}/changes`, { look: 'outline-primary' }) }));
    const suspects = await waitingSuspects(context, null, { skip: Math.max(0, skip - plans.length), take });
    const rows = suspects.map(({ planId, change, task }) => pileRow(task.title, `/plans/${planId}/suspects`, {
      number: task.number, meta: [task.leadUnit?.shortName ?? '', t(`coverage.change.${change}`)], action: actionView(t('desk.act.confirm_again'), `/plans/${planId}/suspects`, { look: 'outline-primary' }),
    }));
    return [...plans.slice(skip), ...rows].slice(0, take);
  },
};
