import type { Request } from 'express';

/** The page of our own that the form was on, else the desk. */
export function backTo(req: Request): string {
  const from = req.get('referer');
  if (from === undefined || !URL.canParse(from)) return '/';
  const url = new URL(from);
  return url.host === req.get('host') ? url.pathname + url.search : '/';
}
