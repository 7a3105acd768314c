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
import { confirmationForm, exemptionForm, natureForm, reopeningForm, statementForm } from './commitment-forms.ts';
import { confirmExemption } from './confirm-exemption.ts';
import { confirmNature } from './confirm-nature.ts';
import type { Decided } from './decision-forms-view.ts';
import { markStatement } from './mark-statement.ts';
import { proposeExemption } from './propose-exemption.ts';
import { readingOf } from './reading-data.ts';
import { reopenCommitment } from './reopen-commitment.ts';

/** What the act needs, and whether it was made at the desk. */
type Act = (actor: Actor, id: number, body: unknown) => Promise<{ back?: 'desk' | undefined }>;

/** Decisions on a commitment that is not to become a task, and on what its figure is; they are made beside its sentence. */
export function decisionRoutes(context: Context): Router {
  const router = Router();

  router.post('/commitments/:id/exemption', may('supervisor'), decide(context, 'proposed', async (actor, id, body) => { await proposeExemption(context, actor, id, parseForm(exemptionForm, body)); return {}; }));
  router.post('/commitments/:id/confirmation', may('supervisor'), decide(context, 'confirmed', (actor, id, body) => withPlace(parseForm(confirmationForm, body), (input) => confirmExemption(context, actor, id, input))));
  router.post('/commitments/:id/reopening', may('supervisor'), decide(context, 'reopened', (actor, id, body) => withPlace(parseForm(reopeningForm, body), (input) => reopenCommitment(context, actor, id, input))));
  router.post('/commitments/:id/statement', may('supervisor'), decide(context, 'stated', async (actor, id, body) => { await markStatement(context, actor, id, parseForm(statementForm, body)); return {}; }));
  router.post('/commitments/:id/nature', may('supervisor'), decide(context, 'nature', async (actor, id, body) => { await confirmNature(context, actor, id, parseForm(natureForm, body)); return {}; }));

  return router;
}

/** The act, and the page it is to lead back to. */
async function withPlace<T extends { back?: 'desk' | undefined }>(input: T, work: (input: T) => Promise<unknown>): Promise<T> {
  await work(input);
  return input;
}

function decide(context: Context, done: Decided, act: Act): (req: Request, res: Parameters<typeof answer>[1]) => Promise<void> {
  return async (req, res) => {
    const id = idInAddress(req);
    const place = await placeOf(context, id);
    await answer(req, res, async () => {
      const { back } = await act(actorOf(req), id, req.body);
      setFlash(req, 'success', wordsOf(req).t(`coverage.decided.${done}`));
      if (back === 'desk') return `/plans/${place.planId}/desk${place.chapterId === null ? '' : `?chapter=${place.chapterId}`}`;
      return sentencePermalink({ planId: place.planId, ordinal: place.sentence });
    }, (rejected) => readingOf(context, viewerOf(req, context), { ...place, show: 'all', chapterId: null }, { commitmentId: id, decision: done, rejected }));
  };
}

/** The sentence that a commitment stands in. @throws NotFound */
async function placeOf({ db }: Context, id: number): Promise<{ planId: number; sentence: number; chapterId: number | null }> {
  const row = await db.commitment.findUnique({ where: { id }, select: { planId: true, chapterId: true, sentence: { select: { ordinal: true } } } });
  if (row === null) throw new NotFound(`commitment ${id}`);
  return { planId: row.planId, sentence: row.sentence.ordinal, chapterId: row.chapterId };
}
