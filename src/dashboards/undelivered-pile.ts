import { addDays } from '../kernel/days.ts';
import { countDead, DEAD_DAYS, deadDeliveries } from '../messages/delivery-queries.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { pileLook, type DeskPile } from './desk-pile.ts';

const PLACE = '/messages/settings#undelivered';

/** Digests that did not arrive outside the inbox, however often they were tried: tried anew, or put aside with a reason. */
export const undeliveredPile: DeskPile = {
  ...pileLook({ name: 'undelivered', icon: 'send', tone: 'warn', waits: true, rare: true }),
  href: () => PLACE,
  count: (context, { today }) => countDead(context, addDays(today, -DEAD_DAYS)),
  rows: async (context, { t, today }, slice) => (await deadDeliveries(context, addDays(today, -DEAD_DAYS), slice)).map((d) => pileRow(`${d.unit} · ${t(`messages.channel.${d.channel}`)}`, PLACE, {
    meta: [d.day, t(`messages.failure.${d.error ?? 'unreachable'}`), t('desk.row.attempts', { count: d.attempts })], action: actionView(t('desk.act.see_undelivered'), PLACE),
  })),
};
