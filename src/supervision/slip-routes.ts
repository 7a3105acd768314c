import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { replyToSlip } from './reply-to-slip.ts';
import { replyForm } from './slip-forms.ts';
import { readSlipFilter } from './slip-filter.ts';
import { slipListPage, slipPage } from './slip-pages.ts';
import { countSlips, findSlip, slipLines } from './slip-queries.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;

/** Slips as sheets, their register, and the unit's reply. */
export function slipRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/slips', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const filter = readSlipFilter(req.query);
    const [lines, total] = await Promise.all([slipLines(context, viewer.actor, filter, PAGE_SIZE), countSlips(context, viewer.actor, filter)]);
    const unit = filter.unit === null ? null : ((await findUnitsByIds(context, [filter.unit])).get(filter.unit)?.shortName ?? null);
    show(res, slipListPage(viewer, filter, { lines, total, unit }));
  });

  router.get('/slips/:id', may(...READERS), async (req, res) => {
    show(res, await sheetOf(context, req, null));
  });

  router.post('/slips/:id/reply', may('head'), async (req, res) => {
    await answer(req, res, async () => {
      await replyToSlip(context, actorOf(req), idInAddress(req), parseForm(replyForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('supervision.done.reply'));
      return `/slips/${String(idInAddress(req))}`;
    }, (rejected) => sheetOf(context, req, rejected));
  });

  return router;
}

async function sheetOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return slipPage(viewer, await findSlip(context, viewer.actor, idInAddress(req)), rejected);
}
