import fs from 'node:fs';
import path from 'node:path';
import type { Actor } from '../../src/kernel/actor.ts';
import type { Context } from '../../src/kernel/context.ts';
import { draftPlan } from '../../src/plans/draft-plan.ts';
import { findDraft } from '../../src/plans/draft-queries.ts';
import { publishPlan } from '../../src/plans/publish-plan.ts';
import { shortTitleOf } from '../../src/plans/short-title.ts';

const FILE = 'changsha-14th-fyp-proposal.txt';
// The facts that the reader finds in the text, so that the demonstration does not depend on it.
const FACTS = { issuingBody: '中共长沙市委', adoptedOn: '2021-01-08', startsOn: '2021-01-01', endsOn: '2025-12-31' };

/**
 * Imports and publishes the sample plan as a supervisor would; its units must be there.
 * @returns the plan's id
 */
export async function seedPlan(context: Context, actor: Actor): Promise<number> {
  const text = fs.readFileSync(path.join(import.meta.dirname, 'plans', FILE), 'utf8').replace(/^\ufeff/, '');
  const drafted = await draftPlan(context, actor, { text, format: 'txt', encoding: 'utf-8', fileName: FILE });
  if ('planId' in drafted) return drafted.planId;
  const { title, version } = await findDraft(context, actor, drafted.draftId);
  const { planId } = await publishPlan(context, actor, drafted.draftId, { ...FACTS, version, title, shortTitle: shortTitleOf(title) });
  return planId;
}
