import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf } from '../web/viewer-of-request.ts';
import { correctDraft } from './correct-draft.ts';
import { correctionPage } from './correction-pages.ts';
import type { Correction } from './draft-correction.ts';
import { findDraft } from './draft-queries.ts';
import { correctionForm } from './plan-forms.ts';

/** Putting a reading right before it is published. */
export function correctionRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/drafts/:id/commitments', may('supervisor'), async (req, res) => {
    show(res, await pageOf(context, req, req.query['chapter'], null));
  });

  router.post('/plans/drafts/:id/corrections', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { version, back, ...wish } = parseForm(correctionForm, req.body);
      await correctDraft(context, actorOf(req), idInAddress(req), version, correctionIn(wish));
      return `/plans/drafts/${idInAddress(req)}/commitments?chapter=${back ?? ''}#c-${wish.start}`;
    }, (rejected) => pageOf(context, req, rejected.typed['back'], rejected));
  });

  return router;
}

async function pageOf(context: Context, req: Request, chapter: unknown, rejected: Rejected | null): Promise<Page> {
  const ordinal = typeof chapter === 'string' && /^[0-9]{1,6}$/.test(chapter) ? Number(chapter) : null;
  return correctionPage(viewerOf(req, context), await findDraft(context, actorOf(req), idInAddress(req)), ordinal, rejected);
}

type Wish = Pick<ReturnType<typeof correctionForm.parse>, 'act' | 'start' | 'at' | 'kind' | 'nature'>;

/** @throws Refused where the act lacks what it needs */
function correctionIn({ act, start, at, kind, nature }: Wish): Correction {
  if (act === 'merge' || act === 'statement') return { act, start };
  if (act === 'split' && at !== undefined) return { act, start, at };
  if (act === 'kind' && kind !== undefined) return { act, start, kind };
  if (act === 'nature' && nature !== undefined) return { act, start, nature };
  throw new Refused('errors.invalid');
}
