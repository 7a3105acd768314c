import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { isSqlite, type Tx } from '../kernel/db/client.ts';
import type { AuditEventName } from './audit-events.ts';
import { FIRST_PREVIOUS, seal } from './audit-chain.ts';

export interface EventToRecord {
  event: AuditEventName;
  /** "task:12" */
  subject: string;
  /** The object on whose timeline it appears, where that is another one. */
  thread?: string;
  /** Before and after, reason, number; never passwords or file contents. */
  data?: Record<string, unknown>;
}

const CHAIN_LOCK = 72_707_370;

/**
 * Writes one event into the log, in the transaction of the act: if the log cannot be written, the act does not happen (SECURITY U2).
 * @param actor null for the system itself and for people who are not signed in
 */
export async function recordEvent(tx: Tx, context: Context, actor: Actor | null, { event, subject, thread, data }: EventToRecord): Promise<void> {
  // SQLite has one writer anyway; on PostgreSQL two transactions must not both take the same place in the chain.
  if (!isSqlite(context.config.databaseUrl)) await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await tx.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: context.clock.now(),
    event,
    accountId: actor?.accountId ?? null,
    postId: actor?.postId ?? null,
    unitId: actor?.unitId ?? null,
    actorName: actor === null ? '' : `${actor.unitName} ${actor.name}`,
    subject,
    thread: thread ?? subject,
    // Who acts in another's post does so by name and with the last day of it (SECURITY T16).
    data: JSON.stringify({ ...data, ...(actor?.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }) }),
    previous: last?.hash ?? FIRST_PREVIOUS,
  };
  await tx.auditEvent.create({ data: { ...row, hash: seal(row, context.config.auditKey) } });
}
