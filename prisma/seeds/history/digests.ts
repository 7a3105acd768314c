import { addDays } from '../../../src/kernel/days.ts';
import { sendDigests } from '../../../src/messages/send-digests.ts';
import type { Stage } from './stage.ts';

const DAYS = 2;

/** What units and supervisors were reminded of on the last working days, so that inboxes are not empty; the visitor's own day stays free. */
export function remindInTheEnd({ agenda, today }: Stage): void {
  for (let ago = DAYS; ago > 0; ago -= 1) agenda.on(addDays(today, -ago), async () => { await sendDigests(agenda.context); });
}
