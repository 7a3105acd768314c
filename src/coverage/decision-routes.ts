import { Router, type Request } from 'express';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { sentencePermalink } from '../plans/plan.ts';
import { answer } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { confirmationForm, exemptionForm, reopeningForm, statementForm } from './commitment-forms.ts';
import { confirmExemption } from './confirm-exemption.ts';
import { markStatement } from './mark-statement.ts';
import { proposeExemption } from './propose-exemption.ts';
import { readingOf } from './reading-data.ts';
import { reopenCommitment } from './reopen-commitment.ts';

type Act = (actor: Actor, id: number, body: unknown) => Promise<unknown>;

/** Decisions on a commitment that is not to become a task; they are made beside its sentence. */
export function decisionRoutes(context: Context): Router {
  const router = Router();

  router.post('/commitments/:id/exemption', may('supervisor'), decide(context, 'proposed', (actor, id, body) => proposeExemption(context, actor, id, parseForm(exemptionForm, body))));
  router.post('/commitments/:id/confirmation', may('supervisor'), decide(context, 'confirmed', (actor, id, body) => confirmExemption(context, actor, id, parseForm(confirmationForm, body))));
  router.post('/commitments/:id/reopening', may('supervisor'), decide(context, 'reopened', (actor, id, body) => reopenCommitment(context, actor, id, parseForm(reopeningForm, body))));
  router.post('/commitments/:id/statement', may('supervisor'), decide(context, 'stated', (actor, id, body) => markStatement(context, actor, id, parseForm(statementForm, body))));

  return router;
}

function decide(context: Context, done: string, act: Act): (req: Request, res: Parameters<typeof answer>[1]) => Promise<void> {
  return async (req, res) => {
    const id = idInAddress(req);
    const place = await placeOf(context, id);
    await answer(req, res, async () => {
      await act(actorOf(req), id, req.body);
      setFlash(req, 'success', wordsOf(req).t(`coverage.decided.${done}`));
      return sentencePermalink({ planId: place.planId, ordinal: place.sentence });
    }, (rejected) => readingOf(context, viewerOf(req, context), { ...place, show: 'all', chapterId: null }, { commitmentId: id, rejected }));
  };
}

/** The sentence that a commitment stands in. @throws NotFound */
async function placeOf({ db }: Context, id: number): Promise<{ planId: number; sentence: number }> {
  const row = await db.commitment.findUnique({ where: { id }, select: { planId: true, sentence: { select: { ordinal: true } } } });
  if (row === null) throw new NotFound(`commitment ${id}`);
  return { planId: row.planId, sentence: row.sentence.ordinal };
}
