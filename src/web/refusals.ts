import type { ErrorRequestHandler, Request } from 'express';
import { NotFromOurPage } from './csrf.ts';
import { TurnedAway } from './gates.ts';

export interface Refusal {
  method: string;
  /** Without the query, which may hold what people searched for. */
  path: string;
  address: string;
  reason: 'gate' | 'origin';
}

const PATH_LENGTH = 200;

/** Hands what gates and the origin check refused to whoever keeps the log, then lets the error page answer. */
export function noteRefusals(record: (req: Request, refusal: Refusal) => Promise<void>): ErrorRequestHandler {
  return (error: unknown, req, _res, next) => {
    const reason = error instanceof TurnedAway ? 'gate' : error instanceof NotFromOurPage ? 'origin' : null;
    if (reason === null) {
      next(error);
      return;
    }
    record(req, { method: req.method, path: req.path.slice(0, PATH_LENGTH), address: req.ip ?? '', reason }).then(
      () => { next(error); },
      (failure: unknown) => {
        req.log.error({ err: failure }, 'a refusal could not be logged');
        next(error);
      },
    );
  };
}
