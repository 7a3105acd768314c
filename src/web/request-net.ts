import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { currentScope, runInScope } from '../kernel/request-scope.ts';

const KEY = /^[0-9a-f-]{36}$/;

/** Opens the scope of a request: an id for log and error page, and the net of DESIGN §4. */
export const openScope: RequestHandler = (_req, res, next) => {
  const scope = { id: randomUUID(), checked: false, formKey: null };
  res.setHeader('X-Request-Id', scope.id);
  runInScope(scope, next);
};

/** The key of the form that was sent, for the transaction of its act. */
export const noteFormKey: RequestHandler = (req, _res, next) => {
  const scope = currentScope();
  const key = (req.body as Record<string, unknown> | undefined)?.['_key'];
  if (scope && typeof key === 'string' && KEY.test(key)) scope.formKey = key;
  next();
};

/** An answer below 400 for which neither a gate nor a scoped query asked who is looking is a bug, and is not sent. */
export const refuseUnchecked: RequestHandler = (req, res, next) => {
  const scope = currentScope();
  const end = res.end.bind(res) as (...args: unknown[]) => typeof res;
  res.end = ((...args: unknown[]) => {
    if (res.statusCode < 400 && scope?.checked !== true && !res.headersSent) {
      res.statusCode = 500;
      res.removeHeader('Content-Length');
      res.removeHeader('Location');
      req.log.error({ route: req.path }, 'an answer was held back: nobody checked who may see it');
      return end('500');
    }
    return end(...args);
  }) as typeof res.end;
  next();
};
