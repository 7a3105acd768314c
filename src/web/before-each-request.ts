import type { RequestHandler } from 'express';

/** What has to be so before anything is answered; a request waits for it and fails where it fails. */
export const beforeEachRequest = (work: () => Promise<void>): RequestHandler => (_req, _res, next) => {
  work().then(() => { next(); }, next);
};
