// A city reads its lists far more often than anybody writes. SQLite tells each connection whether another one has committed
// anything since (data_version), so what was read can be kept until exactly then. PostgreSQL has no such word: there everything is read anew.

interface Kept { version: number; values: Map<string, Promise<unknown>> }

/** What is kept of one version of a database; beyond it the oldest are dropped. */
const MOST_KEPT = 500;

const versions = new WeakMap<object, () => number | undefined>();
const kept = new WeakMap<object, Kept>();

/** Tells how this database says that something was written. */
export const noteVersion = (db: object, version: () => number | undefined): void => { versions.set(db, version); };

/**
 * Reads once and gives the same until anything is written. Inside a transaction, and on PostgreSQL, it always reads.
 * @param key names everything that the reading depends on beside the database: person, filter, day. The result is shared: nobody may change it
 */
export function untilWritten<T>(db: object, key: string, read: () => Promise<T>): Promise<T> {
  const version = versions.get(db)?.();
  if (version === undefined) return read();
  const { values } = valuesOf(db, version);
  const before = values.get(key) as Promise<T> | undefined;
  if (before !== undefined) return before;
  const oldest = values.keys().next();
  if (values.size >= MOST_KEPT && oldest.done !== true) values.delete(oldest.value);
  const reading = read().then(frozen);
  values.set(key, reading);
  reading.catch(() => values.delete(key));
  return reading;
}

/** A list that somebody sorts or adds to would be another one for everybody else. */
const frozen = <T>(value: T): T => (Array.isArray(value) ? (Object.freeze(value) as T) : value);

function valuesOf(db: object, version: number): Kept {
  const now = kept.get(db);
  if (now?.version === version) return now;
  const anew: Kept = { version, values: new Map() };
  kept.set(db, anew);
  return anew;
}
