import type { Context } from '../context.ts';
import { AlreadySent, Conflict } from '../errors.ts';
import { currentScope } from '../request-scope.ts';
import { Prisma, type Tx } from './client.ts';

const WAIT_MS = 10_000;
const LIMIT_MS = 20_000;

/**
 * Runs one act: all of it or none. The key of the form that was sent is taken inside it, so a form sent twice acts once.
 * @throws AlreadySent where the form was sent before
 */
export async function transaction<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = currentScope();
  const key = scope?.formKey ?? null;
  const result = await context.db.$transaction(async (tx) => {
    if (key !== null) await takeFormKey(tx, key, context.clock.now());
    return work(tx);
  }, { maxWait: WAIT_MS, timeout: LIMIT_MS });
  if (scope) scope.formKey = null; // a later transaction of the same request is part of the same act
  return result;
}

async function takeFormKey(tx: Tx, key: string, at: Date): Promise<void> {
  // Asking first keeps PostgreSQL's transaction usable; the primary key still decides when two ask at once.
  if (await tx.formKey.findUnique({ where: { key } })) throw new AlreadySent();
  try {
    await tx.formKey.create({ data: { key, at } });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AlreadySent();
    throw error;
  }
}

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';

/** The result of an `updateMany` that named the version the person saw. @throws Conflict where nothing matched */
export function expectChanged(result: { count: number }, key = 'errors.conflict'): void {
  if (result.count !== 1) throw new Conflict(key);
}

/** The next number of a series, 1 for a new one; gaps cannot arise since it is given inside the act's transaction (R1). */
export async function nextNumber(tx: Tx, key: string): Promise<number> {
  const row = await tx.numberSeries.upsert({ where: { key }, create: { key, last: 1 }, update: { last: { increment: 1 } } });
  return row.last;
}
