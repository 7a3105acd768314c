import type { Actor } from '../kernel/actor.ts';
import type { LoggedEvent } from '../audit/audit-queries.ts';

/** Matters between one unit and those who oversee it. */
const ADDRESSED = ['slip', 'verification', 'problem', 'instruction', 'escalation'];
/** What a branch reports and asks for, which its lead reads too. */
const REPORTED = ['filing', 'coordination'];

const kindOf = ({ subject }: LoggedEvent): string => subject.slice(0, subject.indexOf(':'));

/**
 * What of a task's log somebody may read who may read the task: to a unit no more is told of another's slips, findings and reports than
 * their own pages tell it. An event that names no unit belongs to whom others of the same object name.
 */
export function eventsToldTo(actor: Actor, { assignments }: { assignments: readonly { unitId: number; role: string }[] }, events: LoggedEvent[]): LoggedEvent[] {
  if (actor.role !== 'head' && actor.role !== 'clerk') return events;
  const isBranch = assignments.some((a) => a.unitId === actor.unitId && a.role !== 'lead');
  const closed = isBranch ? [...ADDRESSED, ...REPORTED] : ADDRESSED;
  const own = new Set(events.filter(({ data }) => data['unit'] === actor.unitName || data['ownerName'] === actor.unitName).map((e) => e.subject));
  return events.filter((e) => !closed.includes(kindOf(e)) || own.has(e.subject));
}
