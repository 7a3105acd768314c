import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
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

/** An answer below 400 for which neither a gate nor a scoped query asked who is looking is a bug, and nothing of it is sent. */
export const refuseUnchecked: RequestHandler = (req, res, next) => {
  const scope = currentScope();
  const write = res.write.bind(res) as (...parts: unknown[]) => boolean;
  const end = res.end.bind(res) as (...parts: unknown[]) => Response;
  const isUnseen = (): boolean => res.statusCode < 400 && scope?.checked !== true && !res.headersSent;
  const holdBack = (): void => {
    turnIntoError(res);
    req.log.error({ path: req.path }, 'an answer was held back: nobody checked who may see it');
    end('500');
  };
  res.write = ((...parts: unknown[]) => {
    if (!isUnseen()) return write(...parts);
    holdBack();
    return false;
  }) as typeof res.write;
  res.end = ((...parts: unknown[]) => {
    if (isUnseen()) holdBack();
    else if (!res.writableEnded) end(...parts);
    return res;
  }) as typeof res.end;
  next();
};

function turnIntoError(res: Response): void {
  res.statusCode = 500;
  for (const name of ['Content-Length', 'Content-Disposition', 'Location', 'ETag']) res.removeHeader(name);
  res.setHeader('Content-Type', 'text/plain');
}
