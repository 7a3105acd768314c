import type { RequestHandler } from 'express';
import type { Context } from '../kernel/context.ts';
import { csrfToken } from './csrf.ts';
import { buildShell, type ShellSources } from './shell.ts';

/** Gives every rendered page the shell around it, so that no route has to think of it. */
export function shellOnPages(context: Context, sources: ShellSources): RequestHandler {
  return (req, res, next) => {
    const render = res.render.bind(res);
    res.render = ((view: string, data: object) => {
      res.type('html');
      buildShell(req, context, sources, csrfToken(req)).then((shell) => { render(view, { ...data, shell }); }, next);
    }) as typeof res.render;
    next();
  };
}
