import type { ErrorRequestHandler, RequestHandler } from 'express';
import { isBusy } from '../kernel/db/busy.ts';
import { AlreadySent, Conflict, Forbidden, NotFound, Refused } from '../kernel/errors.ts';
import { currentScope, markChecked } from '../kernel/request-scope.ts';
import { wordsOf } from './viewer-of-request.ts';

export const notFound: RequestHandler = () => {
  throw new NotFound();
};

/** As long as a write waits for the database before it is given up (SECURITY D6). */
const BUSY_RETRY_SECONDS = '5';

interface Fault { status: number; key: string; detail: string | null }

function faultOf(error: unknown, t: ReturnType<typeof wordsOf>['t']): Fault {
  if (error instanceof NotFound) return { status: 404, key: 'not_found', detail: null };
  if (error instanceof Forbidden) return { status: 403, key: 'forbidden', detail: t(error.complaint.key, error.complaint.values) };
  if (error instanceof Conflict) return { status: 409, key: 'conflict', detail: t(error.complaint.key, error.complaint.values) };
  if (error instanceof AlreadySent) return { status: 409, key: 'conflict', detail: t('errors.already_sent') };
  if (error instanceof Refused) return { status: 422, key: 'refused', detail: error.complaints.map((c) => t(c.key, c.values)).join(' ') };
  if (isBusy(error)) return { status: 503, key: 'busy', detail: null };
  const status = (error as { status?: unknown } | null)?.status;
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, key: status === 413 ? 'too_large' : 'bad_request', detail: null };
  return { status: 500, key: 'bug', detail: null };
}

/** The last stop: a sentence for people, a reference that also stands in the log, and nothing about our insides. */
export const errorPage: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  markChecked();
  const { t } = wordsOf(req);
  const fault = faultOf(error, t);
  if (fault.status === 500) req.log.error({ err: error }, 'unexpected');
  if (fault.status === 503) {
    req.log.warn({ err: error }, 'busy');
    res.set('Retry-After', BUSY_RETRY_SECONDS);
  }
  res.status(fault.status).render('errors/error', {
    title: t(`errors.page.${fault.key}.title`),
    text: t(`errors.page.${fault.key}.text`),
    detail: fault.detail,
    reference: fault.status === 500 ? (currentScope()?.id ?? null) : null,
  });
};

/** Where not even the error page can be made (the database is away): a reference and nothing about our insides (SECURITY F1). */
export const lastResort: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  markChecked();
  req.log.error({ err: error }, 'no error page');
  res.status(res.statusCode >= 400 ? res.statusCode : 500).type('text/plain').send(`${res.statusCode} ${currentScope()?.id ?? ''}\n`);
};
