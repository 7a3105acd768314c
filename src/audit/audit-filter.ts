import { instantAt } from '../kernel/clock.ts';
import { addDays, isDay } from '../kernel/days.ts';
import { AUDIT_EVENTS } from './audit-events.ts';

/** What the reader of the log looks for; it stands in the address. Empty where nothing is asked. */
export interface AuditFilter {
  from: string;
  to: string;
  actor: string;
  event: string;
  /** "task:12": the object itself and all that hangs on it. */
  object: string;
}

export const FILTER_NAMES = ['from', 'to', 'actor', 'event', 'object'] as const;

const LONGEST = 60;

/** What cannot be meant is left out. */
export function auditFilter(query: Record<string, unknown>): AuditFilter {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim().slice(0, LONGEST) : '');
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  return {
    from: day('from'), to: day('to'), actor: text('actor'),
    event: AUDIT_EVENTS.find((name) => name === text('event')) ?? '',
    object: /^[a-z]+:[\w-]{1,40}$/.test(text('object')) ? text('object') : '',
  };
}

/** The filter as a condition on the log; days are Shanghai's, the last one inclusive. */
export function whereOf({ from, to, actor, event, object }: AuditFilter): object {
  const at = { ...(from === '' ? {} : { gte: instantAt(from) }), ...(to === '' ? {} : { lt: instantAt(addDays(to, 1)) }) };
  return {
    ...(from === '' && to === '' ? {} : { at }),
    ...(actor === '' ? {} : { actorName: { contains: actor } }),
    ...(event === '' ? {} : { event }),
    ...(object === '' ? {} : { OR: [{ subject: object }, { thread: object }] }),
  };
}
