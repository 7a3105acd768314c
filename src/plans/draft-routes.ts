import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { nameUnit } from '../units/name-unit.ts';
import { referenceUnits, unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { discardDraft } from './discard-draft.ts';
import { draftPage } from './draft-pages.ts';
import { findDraft } from './draft-queries.ts';
import { publishForm, versionForm } from './plan-forms.ts';
import { problemSheet } from './problem-list.ts';
import { publishPlan } from './publish-plan.ts';
import { namingForm } from './unknown-names-form.ts';
import { problemsToday } from './unknown-names.ts';

/** A reading before it is a plan: look, name its units, publish it or throw it away. */
export function draftRoutes(context: Context): Router {
  const router = Router();
  const again = (req: Request) => (rejected: Rejected): Promise<Page> => pageOf(context, req, rejected);

  router.get('/plans/drafts/:id', may('supervisor'), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  router.get('/plans/drafts/:id/problems.csv', may('supervisor'), async (req, res) => {
    const { title, reading, text } = await findDraft(context, actorOf(req), idInAddress(req));
    const problems = problemsToday(reading, text, { units: await referenceUnits(context) });
    await sendSheet(res, problemSheet(wordsOf(req), title, problems), 'csv', wordsOf(req).t('plans.problems.file_name', { title }));
  });

  router.post('/plans/drafts/:id/names', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const naming = parseForm(namingForm, req.body);
      await nameUnit(context, actorOf(req), naming);
      setFlash(req, 'success', wordsOf(req).t('plans.unknown.done', { name: naming.name }));
      return `/plans/drafts/${idInAddress(req)}`;
    }, again(req));
  });

  router.post('/plans/drafts/:id/publication', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { planId } = await publishPlan(context, actorOf(req), idInAddress(req), parseForm(publishForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.publish.done'));
      return `/plans/${planId}`;
    }, again(req));
  });

  router.post('/plans/drafts/:id/discarding', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await discardDraft(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.discard.done'));
      return '/plans/import';
    }, again(req));
  });

  return router;
}

async function pageOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const draft = await findDraft(context, actorOf(req), idInAddress(req));
  return draftPage(viewerOf(req, context), draft, { reference: { units: await referenceUnits(context) }, units: await unitChoices(context) }, rejected);
}
