import { fromRun, onServer } from './fresh-db.ts';

// To make and drop a PostgreSQL database, and to get to know it, takes most of a second: each worker keeps a few, and whoever takes one finds it empty.

/** Taken by a test of this file at the moment, by their place. */
const taken: boolean[] = [];

export interface KeptDatabase { name: string; release: () => void }

/** A migrated, empty database that nobody else uses until it is released. */
export async function takeDatabase(): Promise<KeptDatabase> {
  const place = taken.includes(false) ? taken.indexOf(false) : taken.length;
  taken[place] = true;
  const name = `${fromRun('TEST_PG_TEMPLATE')}_${process.env['JEST_WORKER_ID'] ?? '1'}_${place}`;
  if ((await onServer(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)) === 0) await onServer(`CREATE DATABASE ${name} TEMPLATE ${fromRun('TEST_PG_TEMPLATE')} STRATEGY FILE_COPY`);
  else await onServer(EMPTY, name);
  return { name, release: () => { taken[place] = false; } };
}

/** Every table but the list of migrations; past its triggers, since some rows may not be deleted otherwise. Large ones lose their pages too. */
const EMPTY = `DO $$ DECLARE it record; BEGIN
  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid();
  SET LOCAL session_replication_role = replica;
  FOR it IN SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    IF pg_relation_size(it.name::regclass) > 500000 THEN EXECUTE 'TRUNCATE ' || it.name || ' CASCADE';
    ELSIF pg_relation_size(it.name::regclass) > 0 THEN EXECUTE 'DELETE FROM ' || it.name; END IF;
  END LOOP;
  FOR it IN SELECT format('%I', sequencename) AS name FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL LOOP
    PERFORM setval(it.name::regclass, 1, false);
  END LOOP;
END $$`;

/** Puts all rows, and how far the numbers have come, aside under that name in the same database. */
export const rowsAside = (scene: string): string => `DO $$ DECLARE it record; BEGIN
  CREATE SCHEMA "${scene}";
  CREATE TABLE "${scene}"."the sequences" AS SELECT sequencename::text AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL;
  FOR it IN SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('CREATE TABLE "${scene}".%s AS TABLE public.%s', it.name, it.name);
  END LOOP;
END $$`;

/** Brings them back into the empty database. */
export const rowsBack = (scene: string): string => `DO $$ DECLARE it record; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR it IN SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = '${scene}' AND tablename <> 'the sequences' LOOP
    IF pg_relation_size(('"${scene}".' || it.name)::regclass) > 0 THEN EXECUTE format('INSERT INTO public.%s SELECT * FROM "${scene}".%s', it.name, it.name); END IF;
  END LOOP;
  PERFORM setval(format('public.%I', name)::regclass, last) FROM "${scene}"."the sequences";
END $$`;
