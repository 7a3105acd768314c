import type Database from 'better-sqlite3';

const KEPT = 500;

type Prepared = Database.Statement;

/** The part of a statement that the adapter uses: bind, then run or read. Binding for good, as it would, forbids a second use. */
function reusable(statement: Prepared): object {
  return {
    readonly: statement.readonly,
    bind: (values: unknown[]) => ({
      reader: statement.reader,
      columns: () => statement.columns(),
      run: () => statement.run(...values),
      raw: () => ({ all: () => statement.raw(true).all(...values) }),
    }),
  };
}

/** Makes a connection keep its last 500 prepared statements: preparing costs more than most queries. */
export function keepStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => Prepared;
  const kept = new Map<string, Prepared>();
  const prepareOnce = (sql: string): object => {
    let statement = kept.get(sql);
    if (statement === undefined) {
      statement = prepare(sql);
      const oldest = kept.keys().next();
      if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
      kept.set(sql, statement);
    }
    return reusable(statement);
  };
  (connection as unknown as { prepare: (sql: string) => object }).prepare = prepareOnce;
}
