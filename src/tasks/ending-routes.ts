import { Router } from 'express';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { archiveTask } from './archive-task.ts';
import { closePhase } from './close-phase.ts';
import { confirmEnding } from './confirm-ending.ts';
import { decideOverride, type OverrideDecision } from './decide-override.ts';
import { endStanding } from './end-standing.ts';
import { endStandingForm, phaseForm, proposeForm, remarkForm, resumeForm, suspendForm, type Remark } from './ending-forms.ts';
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

  act('phase-closing', 'close_phase', ['supervisor'], closePhase, phaseForm);
  act('suspension', 'suspend', ['supervisor'], suspendTask, suspendForm);
  act('resumption', 'resume', ['supervisor'], resumeTask, resumeForm);
  act('standing-ending', 'end_standing', ['supervisor'], endStanding, endStandingForm);
  act('archiving', 'archive', ['supervisor'], archiveTask, versionForm);

  act('ending', 'propose_ending', ['supervisor'], proposeEnding, proposeForm);
  act('ending/confirmation', 'ending_confirm', ['supervisor', 'leader'], confirmEnding, remarkForm);
  act('ending/refusal', 'ending_refuse', ['supervisor', 'leader'], refuseEnding, remarkForm);
  act('ending/taking-back', 'ending_take_back', ['supervisor'], takeBackEnding, remarkForm);

  // A supervisor sets, an inspector proposes: the same form in the hands of different posts.
  const isProposal = (actor: Actor): boolean => actor.role === 'inspector';
  act('light', (actor) => (isProposal(actor) ? 'override_propose' : 'override_set'), ['supervisor', 'inspector'], (c, actor, id, wish) => (isProposal(actor) ? proposeOverride : overrideLight)(c, actor, id, wish), overrideForm);
  const decide = (decision: OverrideDecision) => (c: Context, actor: Actor, id: number, remark: Remark): Promise<void> => decideOverride(c, actor, id, remark, decision);
  act('light/agreement', 'override_agree', ['supervisor'], decide('agree'), remarkForm);
  act('light/declining', 'override_decline', ['supervisor'], decide('decline'), remarkForm);
  act('light/lifting', 'override_lift', ['supervisor'], decide('lift'), remarkForm);

  return router;
}
