import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { answer, show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may, mayWithFiles } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { discardDraft } from './discard-draft.ts';
import { draftPage } from './draft-pages.ts';
import { draftPlan, type Drafted, type ReadDocument } from './draft-plan.ts';
import { findDraft, openDrafts } from './draft-queries.ts';
import { importPage } from './import-pages.ts';
import { pasteForm, publishForm, versionForm } from './plan-forms.ts';
import { problemSheet } from './problem-list.ts';
import { publishPlan } from './publish-plan.ts';
import { readUpload, type UploadedFile } from './read-upload.ts';
import { receivePlanFile } from './receive-plan-file.ts';

/** From a document to a plan: upload, look, publish or throw away. */
export function importRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/import', may('supervisor'), async (req, res) => {
    show(res, importPage(viewerOf(req, context), await openDrafts(context, actorOf(req)), null));
  });

  router.post('/plans/import', mayWithFiles('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const file = await receivePlanFile(req, res);
      return addressOf(req, await draftPlan(context, actorOf(req), await documentIn(req, file)));
    }, async (rejected) => importPage(viewerOf(req, context), await openDrafts(context, actorOf(req)), rejected));
  });

  router.get('/plans/drafts/:id', may('supervisor'), async (req, res) => {
    show(res, draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idInAddress(req)), null));
  });

  router.get('/plans/drafts/:id/problems.csv', may('supervisor'), async (req, res) => {
    const { title, reading } = await findDraft(context, actorOf(req), idInAddress(req));
    await sendSheet(res, problemSheet(wordsOf(req), title, reading.problems), 'csv', wordsOf(req).t('plans.problems.file_name', { title }));
  });

  router.post('/plans/drafts/:id/publication', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { planId } = await publishPlan(context, actorOf(req), idInAddress(req), parseForm(publishForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.publish.done'));
      return `/plans/${planId}`;
    }, async (rejected) => draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idInAddress(req)), rejected));
  });

  router.post('/plans/drafts/:id/discarding', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await discardDraft(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.discard.done'));
      return '/plans/import';
    }, async (rejected) => draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idInAddress(req)), rejected));
  });

  return router;
}

/** The file where there is one, else what was pasted. @throws Refused */
async function documentIn(req: Request, file: UploadedFile | null): Promise<ReadDocument> {
  const { text } = parseForm(pasteForm, req.body);
  if (file !== null) return readUpload(file);
  if (text.trim() === '') throw new Refused([{ key: 'plans.import.error.nothing', field: 'file' }]);
  return { text: text.replaceAll('\r\n', '\n'), format: 'pasted', encoding: null, fileName: '' };
}

function addressOf(req: Request, drafted: Drafted): string {
  if ('draftId' in drafted) return `/plans/drafts/${drafted.draftId}`;
  setFlash(req, 'warning', wordsOf(req).t('plans.import.already'));
  return `/plans/${drafted.planId}`;
}
