import { Router, type Request } from 'express';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { adoptRuleSet } from './adopt-rule-set.ts';
import { drawUpForm, entryObjectionForm, rulingForm } from './circular-forms.ts';
import { circularListPage, circularPage } from './circular-pages.ts';
import { circularLines, dryRun, findCircular, ruleSets } from './circular-queries.ts';
import { draftRuleSet } from './draft-rule-set.ts';
import { drawUpCircular } from './draw-up-circular.ts';
import { objectToEntry, publishCircular, ruleOnEntry } from './move-circular.ts';
import { ruleSetForm, versionForm } from './rule-set-forms.ts';
import { ruleSetPage } from './rule-set-pages.ts';

const OVERSEERS = ['supervisor', 'inspector', 'leader'] as const;
const READERS = [...OVERSEERS, 'head', 'clerk'] as const;

/** Circulars (通报) and the rule sets that their points come from. */
export function circularRoutes(context: Context): Router {
  const router = Router();
  ruleRoutes(context, router);

  router.get('/circulars', may(...READERS), async (req, res) => {
    show(res, await listOf(context, req, null));
  });
  router.post('/circulars', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => `/circulars/${String(await drawUpCircular(context, actorOf(req), parseForm(drawUpForm, req.body).month))}`, (rejected) => listOf(context, req, rejected));
  });
  router.get('/circulars/:id', may(...READERS), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  const act = (path: string, name: string, gate: ReturnType<typeof may>, carryOut: (req: Request) => Promise<void>): void => {
    router.post(`/circulars/:id/${path}`, gate, async (req, res) => {
      await answer(req, res, async () => {
        await carryOut(req);
        setFlash(req, 'success', wordsOf(req).t(`circulars.done.${name}`));
        return `/circulars/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, { ...rejected, act: name }));
    });
  };
  act('publication', 'publish', may('supervisor', 'leader'), (req) => publishCircular(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body)));
  act('objections', 'object', may('head'), (req) => objectToEntry(context, actorOf(req), idInAddress(req), parseForm(entryObjectionForm, req.body).reason));
  act('rulings', 'rule', may('supervisor'), (req) => ruleOnEntry(context, actorOf(req), idInAddress(req), parseForm(rulingForm, req.body)));

  return router;
}

function ruleRoutes(context: Context, router: Router): void {
  router.get('/circulars/rules', may(...OVERSEERS), async (req, res) => {
    show(res, await rulesOf(context, req, null));
  });
  router.post('/circulars/rules', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await draftRuleSet(context, actorOf(req), parseForm(ruleSetForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('circulars.done.draft'));
      return '/circulars/rules';
    }, (rejected) => rulesOf(context, req, rejected));
  });
  router.post('/circulars/rules/:id/adoption', may('supervisor', 'leader'), async (req, res) => {
    await answer(req, res, async () => {
      const month = await adoptRuleSet(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('circulars.done.adopt', { month }));
      return '/circulars/rules';
    }, (rejected) => rulesOf(context, req, rejected));
  });
}

const listOf = async (context: Context, req: Request, rejected: Rejected | null): Promise<Page> => {
  const viewer = viewerOf(req, context);
  return circularListPage(viewer, await circularLines(context, viewer.actor), rejected);
};

async function rulesOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const sets = await ruleSets(context);
  const month = addMonths(`${today(context.clock).slice(0, 7)}-01`, -1).slice(0, 7);
  const [newest] = sets;
  return ruleSetPage(viewerOf(req, context), { sets, dry: newest === undefined ? null : { month, entries: await dryRun(context, month, newest.points) } }, rejected);
}

async function pageOf(context: Context, req: Request, rejected: (Rejected & { act: string }) | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return circularPage(viewer, await findCircular(context, viewer.actor, idInAddress(req)), rejected);
}
