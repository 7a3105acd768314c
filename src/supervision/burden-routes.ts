import { Router } from 'express';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { show } from '../web/answer.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { burdenOfUnitPage, burdenPage } from './burden-pages.ts';
import { burdenOf, burdenOfUnit } from './burden-queries.ts';
import { monthIn } from './slip-filter.ts';
import { OVERSEERS } from './slip-policy.ts';

/** The burden account (负担台账): what supervision asks of every unit, month by month. */
export function burdenRoutes(context: Context): Router {
  const router = Router();
  const monthOf = (value: unknown): string => monthIn(value) ?? today(context.clock).slice(0, 7);

  router.get('/supervision/burden', may(...OVERSEERS), async (req, res) => {
    const month = monthOf(req.query['month']);
    show(res, burdenPage(viewerOf(req, context), month, await burdenOf(context, month)));
  });

  router.get('/supervision/burden/:id', may(...OVERSEERS), async (req, res) => {
    const month = monthOf(req.query['month']);
    show(res, burdenOfUnitPage(viewerOf(req, context), month, await burdenOfUnit(context, idInAddress(req), month)));
  });

  return router;
}
