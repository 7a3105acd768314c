import fs from 'node:fs';
import pg from 'pg';

export default async function tearDown() {
  const { folder, server, url, template } = globalThis.luoshiTestRun;
  if (server) await server.stop();
  else await dropDatabase(url, template);
  fs.rmSync(folder, { recursive: true, force: true });
}

async function dropDatabase(url, name) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}
