import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { whereOf, type AuditFilter } from './audit-filter.ts';

/** One line of the log as a reader sees it. */
export interface LoggedEvent {
  seq: number;
  at: Date;
  event: string;
  accountId: number | null;
  unitId: number | null;
  /** Unit and name as they were then; empty for the system itself. */
  actorName: string;
  subject: string;
  /** Before and after, reason, number: what the verb recorded. */
  data: Record<string, unknown>;
}

export const LOGGED_PARTS = { seq: true, at: true, event: true, accountId: true, unitId: true, actorName: true, subject: true, data: true } as const;

export const loggedEvent = (row: Omit<LoggedEvent, 'data'> & { data: string }): LoggedEvent => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> });

const TIMELINE_LIMIT = 500;

/**
 * What happened to one object and all that hangs on it, newest first. Whoever asks must have found the object under scope before.
 * @param thread "task:12"
 */
export async function timelineOf({ db }: Context, thread: string, limit = TIMELINE_LIMIT): Promise<LoggedEvent[]> {
  return untilWritten(db, `timeline ${thread} ${limit}`, async () => (await db.auditEvent.findMany({ where: { thread }, select: LOGGED_PARTS, orderBy: { seq: 'desc' }, take: limit })).map(loggedEvent));
}

/** One page of the log, newest first. */
export async function listEvents({ db }: Context, filter: AuditFilter, { skip, take }: { skip: number; take: number }): Promise<{ total: number; events: LoggedEvent[] }> {
  const where = whereOf(filter);
  const [total, rows] = await Promise.all([
    db.auditEvent.count({ where }),
    db.auditEvent.findMany({ where, select: LOGGED_PARTS, orderBy: { seq: 'desc' }, skip, take }),
  ]);
  return { total, events: rows.map(loggedEvent) };
}
