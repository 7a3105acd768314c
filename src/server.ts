import { once } from 'node:events';
import { createServer } from 'node:http';
import { ConfigError, readConfig } from './config.ts';
import { buildApp } from './app.ts';
import { anchorKeeper } from './audit/anchor-keeper.ts';
import { appendAnchor } from './audit/audit-anchors.ts';
import { holdDatabase } from './kernel/db/hold-database.ts';
import { UnsafeDatabase } from './kernel/db/sqlite-checks.ts';
import { MigrationRefused } from './kernel/db/migration-files.ts';
import { openContext } from './kernel/open-context.ts';
import { startMessenger } from './messages/messenger.ts';
import { prepareFirstUse } from './first-use.ts';

// The only file that does something when it is imported.
try {
  const config = readConfig();
  const letGo = holdDatabase(config.databaseUrl, { strict: config.environment === 'production', warn: (sentence) => process.stderr.write(`${sentence}\n`) });
  const context = await openContext(config);
  const greeting = await prepareFirstUse(context);
  const server = createServer({ connectionsCheckingInterval: 2000, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 }, buildApp(context));
  server.maxConnections = 2000;
  await appendAnchor(context);
  const keepAnchors = anchorKeeper(context);
  server.on('request', (req, res) => { if (req.method === 'POST') res.on('finish', keepAnchors); });
  server.listen(context.config.port, context.config.host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : context.config.port;
  process.stdout.write(greeting(`http://localhost:${port}`));
  const stopMessenger = config.messages ? startMessenger(context) : () => Promise.resolve();
  const stop = (): void => {
    const told = stopMessenger();
    server.close(() => { void told.then(() => context.db.$disconnect()).then(letGo).then(() => process.exit(0)); });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 30_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${[ConfigError, MigrationRefused, UnsafeDatabase].some((kind) => error instanceof kind) ? (error as Error).message : String(error instanceof Error ? (error.stack ?? error.message) : error)}\n`);
  process.exit(1);
}
