import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { instructionsToReport } from '../supervision/instruction-queries.ts';
import { problemsToRectify } from '../supervision/problem-queries.ts';
import { slipsToReply } from '../supervision/slip-queries.ts';
import { actionView, pileRow } from '../web/view-parts.ts';
import { ownList, pileLook, type DeskPile } from './desk-pile.ts';

interface Pressed { number: string; title: string; href: string; dueOn: string; meta: string[] }

/** What supervisors and leaders want of the unit, the most pressing first: few enough to be read whole. */
function pressedPile(name: 'slip' | 'problem' | 'instruction', find: (context: Context, actor: Actor, viewer: Viewer) => Promise<Pressed[]>): DeskPile {
  return {
    ...pileLook({ name, icon: 'flag', tone: 'bad', waits: true, rare: true }),
    href: () => ownList(name),
    count: async (context, viewer) => (await find(context, viewer.actor, viewer)).length,
    rows: async (context, viewer, { skip, take }) => {
      const { t, today, calendar } = viewer;
      return (await find(context, viewer.actor, viewer)).slice(skip, skip + take).map((one) => pileRow(one.title, one.href, {
        number: one.number, meta: [...one.meta, t(`desk.row.due_${name}`, { day: one.dueOn })],
        warn: one.dueOn < today ? t('desk.row.late', { days: workingDaysBetween(one.dueOn, today, calendar) }) : null,
        action: actionView(t(`desk.act.${name}`), one.href, { look: 'outline-primary' }),
      }));
    },
  };
}

export const slipPile = pressedPile('slip', async (context, actor, { t }) => (await slipsToReply(context, actor)).map((s) =>
  ({ number: s.number, title: s.task.title, href: `/slips/${s.id}`, dueOn: s.replyDueOn, meta: [t(`supervision.kind.${s.kind}`)] })));

export const problemPile = pressedPile('problem', async (context, actor) => (await problemsToRectify(context, actor)).map((p) =>
  ({ number: p.number, title: p.description, href: `/problems/${p.id}`, dueOn: p.dueOn, meta: [p.task.title] })));

export const instructionPile = pressedPile('instruction', async (context, actor) => (await instructionsToReport(context, actor)).map((i) =>
  ({ number: i.number, title: i.text, href: `/instructions/${i.id}`, dueOn: i.dueOn, meta: [i.leader] })));

export const PRESSED = [slipPile, problemPile, instructionPile] as const;

/** The same for clerks: the head answers. */
export const CLERK_PRESSED: readonly DeskPile[] = PRESSED.map((pile) => ({ ...pile, waits: false }));
