import fs from 'node:fs';
import pg from 'pg';

export default async function tearDown() {
  const { folder, server, url, template } = globalThis.luoshiTestRun;
  if (server) await server.stop();
  else await dropDatabases(url, template);
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The run's template and the scenes that were named after it. */
async function dropDatabases(url, template) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [template]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
