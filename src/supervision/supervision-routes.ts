import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { chapterChoices } from '../plans/plan-queries.ts';
import { EXPORT_LIMIT } from '../tasks/ledger-export.ts';
import { readFilter } from '../tasks/ledger-filter.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { overdueSheet } from './overdue-export.ts';
import { overduePage, WHOLE_LIST } from './overdue-pages.ts';
import { countOverdue, overdueByAge, overdueByTurn, overdueRows } from './overdue-queries.ts';
import { OVERSEERS } from './slip-policy.ts';

/** The overdue list (逾期督办) with its matrix and export: one filter, the same rows. */
export function supervisionRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision', may(...OVERSEERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const filter = readFilter(req.query);
    const whole = req.query['whole'] === '1';
    const size = whole ? WHOLE_LIST : PAGE_SIZE;
    const [rows, total, ages, turns, units, chapters] = await Promise.all([
      overdueRows(context, viewer.actor, filter, size), countOverdue(context, viewer.actor, filter), overdueByAge(context, viewer.actor, filter),
      overdueByTurn(context, viewer.actor, filter), unitChoices(context), chapterChoices(context),
    ]);
    show(res, overduePage(viewer, filter, { rows, total, size, whole, ages, turns, choices: { units, chapters }, chosen: req.query['choose'] === '1' }));
  });

  for (const format of ['csv', 'xlsx'] as const) {
    router.get(`/supervision/export.${format}`, may(...OVERSEERS), async (req, res) => {
      const viewer = viewerOf(req, context);
      const rows = await overdueRows(context, viewer.actor, { ...readFilter(req.query), page: 1 }, EXPORT_LIMIT);
      const title = viewer.t('supervision.overdue.title');
      await sendSheet(res, overdueSheet(viewer, title, rows), format, `${title}-${viewer.today}`);
    });
  }

  return router;
}
