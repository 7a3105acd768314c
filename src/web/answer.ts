import type { Request, Response } from 'express';
import { AlreadySent, Conflict, Forbidden, Refused, type Complaint } from '../kernel/errors.ts';
import { recordConflict } from './conflicts.ts';
import { NotFromOurPage } from './csrf.ts';
import { backTo } from './back-to.ts';
import { setFlash } from './flash.ts';
import { typedIn, type Rejected } from './forms.ts';
import { wordsOf } from './viewer-of-request.ts';

/** A page to render: the template and its data. */
export interface Page {
  view: string;
  data: { title: string } & Record<string, unknown>;
}

export function show(res: Response, page: Page, status = 200): void {
  res.status(status).render(page.view, page.data);
}

/**
 * Carries out a change: 303 to the address that `act` returns; where it is refused, the page that `again` makes, with what
 * was typed: 422 invalid, 403 not yours to do, 409 somebody changed it meanwhile.
 */
export async function answer(req: Request, res: Response, act: () => Promise<string>, again: (rejected: Rejected) => Promise<Page>): Promise<void> {
  await orRefusal(req, res, async () => { res.redirect(303, await act()); }, again);
}

/** As `answer`, where the act ends with a page of its own: a secret that is shown once and stands nowhere. Reloading it acts no second time. */
export async function answerWithPage(req: Request, res: Response, act: () => Promise<Page>, again: (rejected: Rejected) => Promise<Page>): Promise<void> {
  await orRefusal(req, res, async () => { show(res, await act()); }, again);
}

async function orRefusal(req: Request, res: Response, act: () => Promise<void>, again: (rejected: Rejected) => Promise<Page>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AlreadySent) {
      setFlash(req, 'warning', wordsOf(req).t('errors.already_sent'));
      res.redirect(303, backTo(req));
      return;
    }
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    await recordConflict(req, error);
    show(res, await again({ ...refusal, typed: typedIn(req.body) }), refusal.status);
  }
}

function refusalOf(error: unknown): { status: number; complaints: Complaint[] } | null {
  if (error instanceof NotFromOurPage) return null; // no page of ours was there to be shown again
  if (error instanceof Refused) return { status: 422, complaints: error.complaints };
  if (error instanceof Forbidden) return { status: 403, complaints: [error.complaint] };
  if (error instanceof Conflict) return { status: 409, complaints: [error.complaint] };
  return null;
}
