import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Prisma } from './client.ts';

/** P1001, P1008, P1017: not reachable, timed out, closed. P2024, P2028, P2034, P2037: no connection, no turn, lost a race, too many. */
const BUSY = new Set(['P1001', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);
/** PostgreSQL's lock_not_available, deadlock_detected, admin_shutdown, cannot_connect_now. */
const BUSY_AT_POSTGRES = new Set(['55P03', '40P01', '57P01', '57P03']);

/** What the PostgreSQL driver says of a connection that it lost or did not get; it has no codes for these. */
const LOST = new Set([
  'Connection terminated', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable', 'Client was closed and is not queryable', 'timeout exceeded when trying to connect',
]);

/** The database could not take it now but nothing is wrong with the act: trying again later is right (503 with Retry-After). */
export function isBusy(error: unknown): boolean {
  if (error instanceof DriverAdapterError) return error.cause.kind === 'SocketTimeout'; // a COMMIT's error comes unworded
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return LOST.has((error as Error | undefined)?.message ?? '');
  return BUSY.has(error.code) || BUSY_AT_POSTGRES.has(originalCode(error));
}

function originalCode(error: Prisma.PrismaClientKnownRequestError): string {
  const cause = (error.meta?.['driverAdapterError'] as { cause?: { originalCode?: string } } | undefined)?.cause;
  return cause?.originalCode ?? '';
}
