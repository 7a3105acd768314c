import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { answer, answerWithPage, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, typedIn, type Rejected } from '../web/forms.ts';
import { may, signedIn } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { adoptParameters } from './adopt-parameters.ts';
import { capTrial } from './cap-trial-queries.ts';
import { declineParameters } from './decline-parameters.ts';
import { whyUnlawful } from './lawful-parameters.ts';
import { lightTrial } from './light-trial-queries.ts';
import { adoptionForm, declineForm, parameterForms, trialForms } from './parameter-forms.ts';
import { parameterPage, type Shown } from './parameter-pages.ts';
import { parameterSets } from './parameter-queries.ts';
import { PARAMETER_KINDS, type ParameterKind, type Values } from './parameter-set.ts';
import { mayTry } from './parameter-set-policy.ts';
import { proposeParameters } from './propose-parameters.ts';

/** What the program reckons by: parameters of the lights, caps of the burden account; everybody reads them, supervisors propose, somebody else adopts. */
export function parameterRoutes(context: Context): Router {
  const router = Router();
  for (const kind of PARAMETER_KINDS) routesOf(context, router, kind);
  return router;
}

function routesOf(context: Context, router: Router, kind: ParameterKind): void {
  const path = `/parameters/${kind}`;
  const page = (req: Request, rejected: Rejected | null, tried: Values | null = null): Promise<Page> => pageOf(context, req, kind, { rejected, tried });
  const done = (req: Request, act: string, day = ''): string => {
    setFlash(req, 'success', wordsOf(req).t(`parameters.done.${act}`, { day }));
    return path;
  };

  router.get(path, signedIn, async (req, res) => { show(res, await page(req, null)); });
  router.post(`${path}/trial`, may('supervisor'), async (req, res) => {
    await answerWithPage(req, res, async () => {
      const { values } = parseForm(trialForms[kind], req.body);
      const complaints = whyUnlawful(kind, values);
      if (complaints.length > 0) throw new Refused(complaints);
      return page(req, { status: 200, complaints: [], typed: typedIn(req.body) }, values);
    }, (rejected) => page(req, rejected));
  });
  router.post(path, may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await proposeParameters(context, actorOf(req), kind, parseForm(parameterForms[kind], req.body));
      return done(req, 'propose');
    }, (rejected) => page(req, rejected));
  });
  router.post(`${path}/:id/adoption`, may('supervisor', 'leader'), async (req, res) => {
    await answer(req, res, async () => done(req, 'adopt', await adoptParameters(context, actorOf(req), kind, idInAddress(req), parseForm(adoptionForm, req.body))), (rejected) => page(req, rejected));
  });
  router.post(`${path}/:id/refusal`, may('supervisor', 'leader'), async (req, res) => {
    await answer(req, res, async () => {
      await declineParameters(context, actorOf(req), kind, idInAddress(req), parseForm(declineForm, req.body));
      return done(req, 'decline');
    }, (rejected) => page(req, rejected));
  });
}

/** The page with what the tried values, or else those that are proposed, would change. */
async function pageOf(context: Context, req: Request, kind: ParameterKind, { rejected, tried }: { rejected: Rejected | null; tried: Values | null }): Promise<Page> {
  const viewer = viewerOf(req, context);
  const sets = await parameterSets(context, kind);
  const open = sets.find((set) => set.status === 'proposed')?.values ?? null;
  const values = mayTry(viewer.actor) ? tried ?? open : null;
  const shown: Shown = {
    kind, sets, values, isProposal: tried === null,
    lights: values === null || kind !== 'lights' ? null : await lightTrial(context, viewer.actor, values),
    caps: values === null || kind !== 'caps' ? null : await capTrial(context, values),
  };
  return parameterPage(viewer, shown, rejected);
}
