import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { Conflict } from '../kernel/errors.ts';

const recorders = new WeakMap<Request, () => Promise<void>>();

/** Sets who is told where somebody was first: whoever came too late reads it in the answer, the other has left already (SECURITY C1). */
export const noteConflicts = (record: (req: Request) => Promise<void>): RequestHandler => (req, _res, next) => {
  if (req.method === 'POST') recorders.set(req, () => record(req));
  next();
};

/** The page that was sent had been changed since; what the state of things forbids is no conflict of two people. */
const isTooLate = (error: unknown): boolean => error instanceof Conflict && error.complaint.key === 'errors.conflict';

/** Has it recorded where the error says that somebody else was first. */
export async function recordConflict(req: Request, error: unknown): Promise<void> {
  if (isTooLate(error)) await recorders.get(req)?.();
}

/** The same for what no page of its own answers. */
export const noteThrownConflicts: ErrorRequestHandler = (error: unknown, req, _res, next) => {
  recordConflict(req, error).then(() => { next(error); }, next);
};
