import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { discardDraft } from './discard-draft.ts';
import { draftPage } from './draft-pages.ts';
import { draftPlan, type Drafted, type ReadDocument } from './draft-plan.ts';
import { findDraft, openDrafts } from './draft-queries.ts';
import { importPage } from './import-pages.ts';
import { pasteForm, publishForm, versionForm } from './plan-forms.ts';
import { problemList } from './problem-list.ts';
import { publishPlan } from './publish-plan.ts';
import { readUpload, type UploadedFile } from './read-upload.ts';
import { receivePlanFile } from './receive-plan-file.ts';

/** From a document to a plan: upload, look, publish or throw away. */
export function importRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/import', may('supervisor'), async (req, res) => {
    show(res, importPage(viewerOf(req, context), await openDrafts(context, actorOf(req)), null));
  });

  router.post('/plans/import', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const file = await receivePlanFile(req, res);
      return addressOf(req, await draftPlan(context, actorOf(req), await documentIn(req, file)));
    }, async (rejected) => importPage(viewerOf(req, context), await openDrafts(context, actorOf(req)), rejected));
  });

  router.get('/plans/drafts/:id', may('supervisor'), async (req, res) => {
    show(res, draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idIn(req)), null));
  });

  router.get('/plans/drafts/:id/problems.csv', may('supervisor'), async (req, res) => {
    const draft = await findDraft(context, actorOf(req), idIn(req));
    res.attachment(`problems-${draft.id}.csv`).type('text/csv; charset=utf-8').send(problemList(wordsOf(req), draft.reading.problems));
  });

  router.post('/plans/drafts/:id/publication', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { planId } = await publishPlan(context, actorOf(req), idIn(req), parseForm(publishForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.publish.done'));
      return `/plans/${planId}`;
    }, async (rejected) => draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idIn(req)), rejected));
  });

  router.post('/plans/drafts/:id/discarding', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await discardDraft(context, actorOf(req), idIn(req), parseForm(versionForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('plans.discard.done'));
      return '/plans/import';
    }, async (rejected) => draftPage(viewerOf(req, context), await findDraft(context, actorOf(req), idIn(req)), rejected));
  });

  return router;
}

/** @throws NotFound where the address has no number */
function idIn(req: Request): number {
  const id = Number(req.params['id']);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound('draft');
  return id;
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
