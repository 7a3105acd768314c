import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { chapterChoices } from '../plans/plan-queries.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { EXPORT_LIMIT, ledgerSheet } from './ledger-export.ts';
import { readFilter } from './ledger-filter.ts';
import { ledgerPage } from './ledger-pages.ts';
import { countLedger, ledgerRows } from './ledger-queries.ts';

const READERS = ['supervisor', 'inspector', 'head', 'clerk', 'leader'] as const;

/** The ledger (任务台账) and its export: the same filter, the same rows. */
export function ledgerRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const filter = readFilter(req.query);
    const [rows, total, units, chapters] = await Promise.all([
      ledgerRows(context, viewer.actor, filter, PAGE_SIZE), countLedger(context, viewer.actor, filter), unitChoices(context), chapterChoices(context),
    ]);
    show(res, ledgerPage(viewer, filter, { rows, total, choices: { units, chapters } }));
  });

  for (const format of ['csv', 'xlsx'] as const) {
    router.get(`/tasks/export.${format}`, may(...READERS), async (req, res) => {
      const viewer = viewerOf(req, context);
      const rows = await ledgerRows(context, viewer.actor, { ...readFilter(req.query), page: 1 }, EXPORT_LIMIT);
      const title = viewer.t('tasks.ledger.title');
      await sendSheet(res, ledgerSheet(viewer, title, rows), format, `${title}-${viewer.today}`);
    });
  }

  return router;
}
