import { Router } from 'express';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { burdenSheet, type MonthOfUnits } from './burden-export.ts';
import { burdenOfUnitPage, burdenPage } from './burden-pages.ts';
import { passesIn } from './burden-pass-queries.ts';
import { burdenOf, burdenOfUnit } from './burden-queries.ts';
import { burdenTrend, monthsThrough } from './burden-trend-queries.ts';
import { monthIn } from './slip-filter.ts';
import { OVERSEERS } from './slip-policy.ts';

/** The burden account (负担台账): what supervision asks of every unit, month by month, and why it went beyond a cap. */
export function burdenRoutes(context: Context): Router {
  const router = Router();
  const monthOf = (value: unknown): string => monthIn(value) ?? today(context.clock).slice(0, 7);
  const ofMonth = async (month: string): Promise<MonthOfUnits> => ({ month, rows: await burdenOf(context, month), passes: await passesIn(context, month) });

  router.get('/supervision/burden', may(...OVERSEERS), async (req, res) => {
    const month = monthOf(req.query['month']);
    show(res, burdenPage(viewerOf(req, context), { ...await ofMonth(month), trend: await burdenTrend(context, month, null) }));
  });

  for (const format of ['csv', 'xlsx'] as const) {
    router.get(`/supervision/burden/export.${format}`, may(...OVERSEERS), async (req, res) => {
      const viewer = viewerOf(req, context);
      const month = monthOf(req.query['month']);
      const title = viewer.t('supervision.burden.title');
      const months: MonthOfUnits[] = [];
      for (const one of monthsThrough(month)) months.push(await ofMonth(one));
      await sendSheet(res, burdenSheet(viewer, title, months), format, `${title}-${month}`);
    });
  }

  router.get('/supervision/burden/:id', may(...OVERSEERS), async (req, res) => {
    const month = monthOf(req.query['month']);
    const id = idInAddress(req);
    const [unit, passes, trend] = [await burdenOfUnit(context, id, month), await passesIn(context, month, id), await burdenTrend(context, month, id)];
    show(res, burdenOfUnitPage(viewerOf(req, context), month, { ...unit, passes, trend }));
  });

  return router;
}
