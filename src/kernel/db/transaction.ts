import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { currentScope } from '../request-scope.ts';
import type { Db, Tx } from './client.ts';
import { takeFormKey } from './form-key.ts';
import { insideTransaction } from './open-transaction.ts';

export { isUniqueViolation } from './form-key.ts';

const WAIT_MS = 10_000;
const LIMIT_MS = 20_000;

const run = <T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> =>
  context.db.$transaction(async (tx) => insideTransaction(() => work(tx)), { maxWait: WAIT_MS, timeout: LIMIT_MS });

/**
 * Runs one act: all of it or none. The key of the form that was sent is taken inside it, so a form sent twice acts once.
 * Called with a context that `allOrNothing` handed out, it becomes a part of that: undone alone where it fails, with the whole where that fails.
 * @throws AlreadySent where the form was sent before; an error for which `isBusy` holds where the database took too long
 */
export async function transaction<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  const scope = currentScope();
  const key = scope?.formKey ?? null;
  if (scope) scope.formKey = null; // transactions inside this one, and later ones of the same request, belong to the same act
  try {
    return await run(context, async (tx) => {
      if (key !== null) await takeFormKey(tx, key, context.clock.now());
      return work(tx);
    });
  } catch (error) {
    if (scope) scope.formKey = key;
    throw error;
  }
}

/**
 * Many acts as one: the verbs called with the context it hands in read what the earlier ones wrote, and all are undone where one
 * of them throws. They must be called one after the other.
 */
export function allOrNothing<T>(context: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  return transaction(context, (tx) => work({ ...context, db: tx as Db }));
}

/** Carries the outcome of a dry run out of the transaction that it undoes. */
class Undone<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('a dry run is undone');
    this.result = result;
  }
}

/** Does it and undoes it again: what would happen, told by the very verbs that do it. The form may be sent once more. */
export async function dryRun<T>(context: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  const scope = currentScope();
  const key = scope?.formKey ?? null;
  if (scope) scope.formKey = null;
  try {
    return await run<T>(context, async (tx) => {
      throw new Undone(await work({ ...context, db: tx as Db }));
    });
  } catch (error) {
    if (error instanceof Undone) return error.result as T;
    throw error;
  } finally {
    if (scope) scope.formKey = key;
  }
}

/** The result of an `updateMany` that named the version the person saw. @throws Conflict where nothing matched */
export function expectChanged(result: { count: number }, key = 'errors.conflict'): void {
  if (result.count !== 1) throw new Conflict(key);
}

/** The next number of a series, 1 for a new one; gaps cannot arise since it is given inside the act's transaction (R1). */
export async function nextNumber(tx: Tx, key: string): Promise<number> {
  const row = await tx.numberSeries.upsert({ where: { key }, create: { key, last: 1 }, update: { last: { increment: 1 } } });
  return row.last;
}
