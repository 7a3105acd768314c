import type { Context } from '../kernel/context.ts';
import { seal } from '../audit/audit-chain.ts';
import { loggedEvent, type LoggedEvent } from '../audit/audit-queries.ts';

/** How many of the newest rows the desk holds against their seals; the whole chain is a matter for the command line. */
export const CHECKED_ROWS = 500;
const SHOWN_EVENTS = 30;

export interface AuditState {
  /** Rows in the log. */
  total: number;
  checked: number;
  /** The first of the checked rows whose seal or link to the row before does not hold. */
  brokenAt: number | null;
  newest: LoggedEvent[];
}

/** The end of the audit log and whether its seals hold. The gate lets only the auditor ask. */
export async function auditState({ db, config }: Context): Promise<AuditState> {
  const rows = (await db.auditEvent.findMany({ orderBy: { seq: 'desc' }, take: CHECKED_ROWS })).reverse();
  const holds = (row: (typeof rows)[number], i: number): boolean => {
    const before = rows[i - 1];
    return row.hash === seal(row, config.auditKey) && (before === undefined || (row.previous === before.hash && row.seq === before.seq + 1));
  };
  const broken = rows.findIndex((row, i) => !holds(row, i));
  return { total: await db.auditEvent.count(), checked: rows.length, brokenAt: rows[broken]?.seq ?? null, newest: rows.slice(-SHOWN_EVENTS).reverse().map(loggedEvent) };
}
