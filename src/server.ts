import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { ConfigError, readConfig, type Config } from './config.ts';
import { buildApp } from './app.ts';
import { anchorKeeper } from './audit/anchor-keeper.ts';
import { appendAnchor } from './audit/audit-anchors.ts';
import { holdDatabase } from './kernel/db/hold-database.ts';
import { UnsafeDatabase } from './kernel/db/sqlite-checks.ts';
import { MigrationRefused } from './kernel/db/migration-files.ts';
import { openContext } from './kernel/open-context.ts';
import { startMessenger } from './messages/messenger.ts';
import { WORD_PARSER } from './plans/import/parse-in-child.ts';
import { keepSpares } from './plans/import/spare-children.ts';
import { prepareFirstUse } from './first-use.ts';

/** @returns the port it listens on */
async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.maxConnections = 2000;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function serve(): Promise<void> {
  const config = readConfig();
  const letGo = holdDatabase(config.databaseUrl, { strict: config.environment === 'production', warn: (sentence) => process.stderr.write(`${sentence}\n`) });
  const context = await openContext(config);
  const greeting = await prepareFirstUse(context);
  const server = createServer({ connectionsCheckingInterval: 2000, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 }, buildApp(context));
  await appendAnchor(context);
  const keepAnchors = anchorKeeper(context);
  server.on('request', (req, res) => { if (req.method === 'POST') res.on('finish', keepAnchors); });
  process.stdout.write(greeting(`http://localhost:${await listen(server, context.config)}`));
  keepSpares([WORD_PARSER]);
  const stopMessenger = config.messages ? startMessenger(context) : () => Promise.resolve();
  const stop = (): void => {
    const told = stopMessenger();
    server.close(() => { void told.then(() => context.db.$disconnect()).then(letGo).then(() => process.exit(0)); });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 30_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

// The only file that does something when it is imported. Nothing waits at its top level: serve.cjs loads it as CommonJS.
serve().catch((error: unknown) => {
  process.stderr.write(`${[ConfigError, MigrationRefused, UnsafeDatabase].some((kind) => error instanceof kind) ? (error as Error).message : String(error instanceof Error ? (error.stack ?? error.message) : error)}\n`);
  process.exit(1);
});
