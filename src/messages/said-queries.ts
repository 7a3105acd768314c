import type { Context } from '../kernel/context.ts';
import type { Said } from './message.ts';

const AT_ONCE = 500; // a statement takes only so many values

/** What was said of these subjects before: the furthest stage and the last day. */
export async function saidOf({ db }: Context, subjects: readonly string[]): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  for (let i = 0; i < subjects.length; i += AT_ONCE) {
    const rows = await db.messageItem.groupBy({ by: ['subject'], where: { subject: { in: subjects.slice(i, i + AT_ONCE) } }, _max: { stage: true, day: true } });
    for (const { subject, _max } of rows) if (_max.stage !== null && _max.day !== null) said.set(subject, { stage: _max.stage, on: _max.day });
  }
  return said;
}
