import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { parseForm } from '../web/forms.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf } from '../web/viewer-of-request.ts';
import { archiveTask } from './archive-task.ts';
import { closePhase } from './close-phase.ts';
import { confirmEnding } from './confirm-ending.ts';
import { decideOverride } from './decide-override.ts';
import { endStanding } from './end-standing.ts';
import { endStandingForm, phaseForm, proposeForm, remarkForm, resumeForm, suspendForm } from './ending-forms.ts';
import { overrideForm } from './override-forms.ts';
import { overrideLight } from './override-light.ts';
import { proposeEnding } from './propose-ending.ts';
import { proposeOverride } from './propose-override.ts';
import { refuseEnding } from './refuse-ending.ts';
import { resumeTask } from './resume-task.ts';
import { suspendTask } from './suspend-task.ts';
import { takeBackEnding } from './take-back-ending.ts';
import { versionForm } from './task-forms.ts';
import { actsOfTask } from './task-routes.ts';

/** How a task ends, stands still or goes on, and its light set by hand. */
export function endingRoutes(context: Context): Router {
  const router = Router();
  const act = actsOfTask(context, router);

  act('phase-closing', 'close_phase', ['supervisor'], (req) => closePhase(context, actorOf(req), idInAddress(req), parseForm(phaseForm, req.body)));
  act('suspension', 'suspend', ['supervisor'], (req) => suspendTask(context, actorOf(req), idInAddress(req), parseForm(suspendForm, req.body)));
  act('resumption', 'resume', ['supervisor'], (req) => resumeTask(context, actorOf(req), idInAddress(req), parseForm(resumeForm, req.body)));
  act('standing-ending', 'end_standing', ['supervisor'], (req) => endStanding(context, actorOf(req), idInAddress(req), parseForm(endStandingForm, req.body)));
  act('archiving', 'archive', ['supervisor'], (req) => archiveTask(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body)));

  act('ending', 'propose_ending', ['supervisor'], (req) => proposeEnding(context, actorOf(req), idInAddress(req), parseForm(proposeForm, req.body)));
  act('ending/confirmation', 'ending_confirm', ['supervisor', 'leader'], (req) => confirmEnding(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body)));
  act('ending/refusal', 'ending_refuse', ['supervisor', 'leader'], (req) => refuseEnding(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body)));
  act('ending/taking-back', 'ending_take_back', ['supervisor'], (req) => takeBackEnding(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body)));

  // A supervisor sets, an inspector proposes: the same form in the hands of different posts.
  act('light', (req) => (actorOf(req).role === 'inspector' ? 'override_propose' : 'override_set'), ['supervisor', 'inspector'], (req) => {
    const write = actorOf(req).role === 'inspector' ? proposeOverride : overrideLight;
    return write(context, actorOf(req), idInAddress(req), parseForm(overrideForm, req.body));
  });
  act('light/agreement', 'override_agree', ['supervisor'], (req) => decideOverride(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body), 'agree'));
  act('light/declining', 'override_decline', ['supervisor'], (req) => decideOverride(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body), 'decline'));
  act('light/lifting', 'override_lift', ['supervisor'], (req) => decideOverride(context, actorOf(req), idInAddress(req), parseForm(remarkForm, req.body), 'lift'));

  return router;
}
