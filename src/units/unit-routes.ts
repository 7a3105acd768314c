import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may, signedIn } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { changeUnit, createUnit } from './save-unit.ts';
import { findUnit, listUnits, type UnitFilter } from './unit-details.ts';
import { unitFormPage } from './unit-form-page.ts';
import { newUnitForm, unitForm } from './unit-forms.ts';
import { unitPage, unitsPage } from './unit-pages.ts';
import { unitChoices } from './unit-queries.ts';
import { isUnitKind } from './unit.ts';

/** The organisation of the city: everybody reads it, the administrator keeps it. */
export function unitRoutes(context: Context): Router {
  const router = Router();

  router.get('/units', signedIn, async (req, res) => {
    const filter = filterIn(req);
    const all = await listUnits(context, { ...filter, kind: '' });
    show(res, unitsPage(viewerOf(req, context), all.filter((u) => filter.kind === '' || u.kind === filter.kind), all, filter, req.originalUrl));
  });

  router.get('/units/new', may('admin'), async (req, res) => {
    show(res, unitFormPage(viewerOf(req, context), null, await unitChoices(context), null));
  });

  router.post('/units', may('admin'), async (req, res) => {
    await answer(req, res, async () => {
      const id = await createUnit(context, actorOf(req), parseForm(newUnitForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('units.done.created'));
      return `/units/${id}`;
    }, async (rejected) => unitFormPage(viewerOf(req, context), null, await unitChoices(context), rejected));
  });

  router.get('/units/:id', signedIn, async (req, res) => {
    show(res, unitPage(viewerOf(req, context), await findUnit(context, idInAddress(req))));
  });

  router.get('/units/:id/edit', may('admin'), async (req, res) => {
    show(res, unitFormPage(viewerOf(req, context), await findUnit(context, idInAddress(req)), await unitChoices(context), null));
  });

  router.post('/units/:id', may('admin'), async (req, res) => {
    const id = idInAddress(req);
    await answer(req, res, async () => {
      await changeUnit(context, actorOf(req), id, parseForm(unitForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('units.done.changed'));
      return `/units/${id}`;
    }, async (rejected) => unitFormPage(viewerOf(req, context), await findUnit(context, id), await unitChoices(context), rejected));
  });

  return router;
}

function filterIn(req: Request): UnitFilter {
  const text = (name: string): string => (typeof req.query[name] === 'string' ? req.query[name].trim().slice(0, 60) : '');
  return { kind: isUnitKind(text('kind')) ? text('kind') : '', search: text('q'), sort: text('sort') === 'pinyin' ? 'pinyin' : 'official' };
}
