import type { RequestHandler } from 'express';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { currentScope } from '../kernel/request-scope.ts';

declare module 'express-serve-static-core' {
  interface Request {
    log: Log;
  }
}

/** One line for every answer: the route's pattern, never the address with its ids and search words. */
export function requestLog(log: Log, wallClock: Clock): RequestHandler {
  return (req, res, next) => {
    const started = wallClock.now().getTime();
    req.log = log.child({ request: currentScope()?.id });
    res.on('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? null;
      req.log.info({ method: req.method, route, status: res.statusCode, ms: wallClock.now().getTime() - started, account: req.user?.accountId ?? null, unit: req.user?.unitId ?? null, address: req.ip ?? null });
    });
    next();
  };
}
