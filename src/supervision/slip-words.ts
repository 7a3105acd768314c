import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { dayOf } from '../kernel/clock.ts';
import { tagView, type Tag } from '../web/view-parts.ts';
import { slipState, type SlipState } from './slip.ts';
import type { SlipLine } from './slip-queries.ts';

const TONES: Record<SlipState, Tag['tone']> = { open: 'info', late: 'warn', replied: 'ok' };

export const slipTag = ({ t, today }: Viewer, slip: { replyDueOn: string; repliedAt: Date | null }): Tag => {
  const state = slipState(slip, today);
  return tagView(t(`supervision.state.${state}`), TONES[state]);
};

/** What the unit is behind with, as a sentence with its day (as `written`, where papers write days their own way) and, counted to `on`, its working days. */
export const groundWords = ({ t, calendar }: Viewer, ground: { kind: string; day: string }, on: string, written = ground.day): string =>
  t(`supervision.ground.${ground.kind}`, { day: written, workingDays: workingDaysBetween(ground.day, on, calendar) });

/** One line of a list of slips, worded. */
export function slipLine(viewer: Viewer, slip: SlipLine) {
  const { t } = viewer;
  return {
    href: `/slips/${String(slip.id)}`,
    number: slip.number,
    kind: t(`supervision.kind.${slip.kind}`),
    unit: slip.unit.shortName,
    taskHref: `/tasks/${String(slip.taskId)}`,
    taskNumber: slip.task.number ?? '',
    taskTitle: slip.task.title,
    issuedOn: dayOf(slip.issuedAt),
    dueOn: slip.replyDueOn,
    repliedOn: slip.repliedAt === null ? null : dayOf(slip.repliedAt),
    state: slipTag(viewer, slip),
  };
}
