import { Router, type Request } from 'express';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { holderPage, holderSheet, holdersPage, type HolderData } from './holder-pages.ts';
import { heldInMonths, holderNames } from './holder-queries.ts';
import { keyOf, monthsUpTo, sumHeld } from './holder-sums.ts';
import { monthIn } from './slip-filter.ts';
import { isOverseer, OVERSEERS } from './slip-policy.ts';

const MONTHS_SHOWN = 6;
const KEY = /^(?:unit-[0-9]{1,9}|person-[0-9]{1,9}|supervisor|leader|outside)$/;

/** Whose days they are (球在谁手里), summed by unit, supervisor and month; a unit sees its own. */
export function holderRoutes(context: Context): Router {
  const router = Router();
  const monthOf = (req: Request): string => monthIn(req.query['month']) ?? today(context.clock).slice(0, 7);
  const dataOf = async (req: Request): Promise<HolderData> => {
    const months = monthsUpTo(monthOf(req), MONTHS_SHOWN);
    const sums = sumHeld(await heldInMonths(context, viewerOf(req, context).actor, months), months);
    return { months, sums, names: await holderNames(context, sums.map((s) => s.key)) };
  };

  router.get('/supervision/holders', may(...OVERSEERS), async (req, res) => {
    show(res, holdersPage(viewerOf(req, context), await dataOf(req)));
  });

  for (const format of ['csv', 'xlsx'] as const) {
    router.get(`/supervision/holders/export.${format}`, may(...OVERSEERS), async (req, res) => {
      const viewer = viewerOf(req, context);
      const sheet = holderSheet(viewer, await dataOf(req));
      await sendSheet(res, sheet, format, `${sheet.title}-${monthOf(req)}`);
    });
  }

  router.get('/supervision/holders/:who', may(...OVERSEERS, 'head', 'clerk'), async (req, res) => {
    const viewer = viewerOf(req, context);
    const key = String(req.params['who']);
    const own = key === `unit-${String(viewer.actor.unitId)}`;
    if (!KEY.test(key) || (!isOverseer(viewer.actor) && !own)) throw new NotFound('holder');
    const month = monthOf(req);
    const held = (await heldInMonths(context, viewer.actor, [month])).filter((h) => keyOf(h) === key);
    show(res, holderPage(viewer, key, month, { held, names: await holderNames(context, [key]) }));
  });

  return router;
}
