import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { namingForm } from '../plans/unknown-names-form.ts';
import { findPlan, outlineOf } from '../plans/plan-queries.ts';
import { learnedReference } from '../tasks/learned-suggestions.ts';
import { nameUnit } from '../units/name-unit.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { coverageOfPlan } from './coverage-queries.ts';
import { deskDraftsForm } from './desk-drafts-form.ts';
import { parseDesk, type DeskOrders } from './desk-form.ts';
import { deskPage, type Desk } from './desk-pages.ts';
import { countNaming, deskRows } from './desk-queries.ts';
import { deskWaiting } from './desk-waiting-queries.ts';
import { discardDrafts } from './discard-drafts.ts';
import { handOutCommitments } from './hand-out-commitments.ts';
import { issueDrafts } from './issue-drafts.ts';

/** From the commitments of a chapter to tasks. */
export function decompositionRoutes(context: Context): Router {
  const router = Router();
  const besideAgain = (req: Request) => async (rejected: Rejected) => deskPage(viewerOf(req, context), { ...await deskOf(context, req), beside: rejected }, null);

  router.get('/plans/:id/desk', may('supervisor'), async (req, res) => {
    show(res, deskPage(viewerOf(req, context), await deskOf(context, req), null));
  });

  router.post('/plans/:id/desk', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { rows, address, reference } = await deskOf(context, req);
      const orders = parseDesk(req.body, rows.map((row) => row.commitment.id), reference);
      await handOutCommitments(context, actorOf(req), orders);
      setFlash(req, 'success', doneWords(req, orders));
      return address;
    }, async (rejected) => deskPage(viewerOf(req, context), await deskOf(context, req), rejected));
  });

  router.post('/plans/:id/desk/drafts', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { act, draft, capReason } = parseForm(deskDraftsForm, req.body);
      await (act === 'issue' ? issueDrafts(context, actorOf(req), draft, capReason) : discardDrafts(context, actorOf(req), draft));
      setFlash(req, 'success', wordsOf(req).t(`coverage.desk.drafts_done.${act}`, { count: draft.length }));
      return (await deskOf(context, req)).address;
    }, besideAgain(req));
  });

  router.post('/plans/:id/desk/names', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const naming = parseForm(namingForm, req.body);
      await nameUnit(context, actorOf(req), naming);
      const { plan, all, address } = await deskOf(context, req);
      const count = await countNaming(context, plan.id, all, naming.name);
      setFlash(req, 'success', wordsOf(req).t(count === 0 ? 'plans.unknown.done' : 'coverage.desk.named', { name: naming.name, count }));
      return address;
    }, besideAgain(req));
  });

  return router;
}

function doneWords(req: Request, { issue, orders, exemptions }: DeskOrders): string {
  const { t } = wordsOf(req);
  const done = orders.length === 0 ? [] : [t(issue ? 'coverage.desk.issued' : 'coverage.desk.drafted', { count: orders.length })];
  return [...done, ...(exemptions.length === 0 ? [] : [t('coverage.desk.proposed', { count: exemptions.length })])].join('');
}

/** The chapter that the address names, else the first that has something to hand out. */
async function deskOf(context: Context, req: Request): Promise<Desk> {
  const { today } = viewerOf(req, context);
  const plan = await findPlan(context, idInAddress(req));
  const outline = await outlineOf(context, plan.id);
  const all = (await coverageOfPlan(context, plan.id, today)).commitments;
  const asked = outline.find((entry) => String(entry.id) === req.query['chapter'] && entry.parentId === null)?.id;
  const chapterId = asked ?? all.find((c) => c.state === 'gap')?.chapterId ?? outline[0]?.id ?? null;
  const reference = await learnedReference(context);
  const query = chapterId === null ? '' : `?chapter=${chapterId}`;
  return {
    plan, outline, all, chapterId, reference, query, address: `/plans/${plan.id}/desk${query}`, beside: null,
    rows: await deskRows(context, reference, all, chapterId), waiting: await deskWaiting(context, reference, plan.id, chapterId),
    units: await unitChoices(context), ticked: req.query['tick'] === 'all',
  };
}
