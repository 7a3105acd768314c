import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { compareVersions, type Difference } from '../plans/compare-versions.ts';
import { findDraft } from '../plans/draft-queries.ts';
import { citePlaces } from '../plans/sentence-place.ts';

/** A sentence of one of two versions; id and ordinal are null in a draft, which has no plan yet. */
export interface VersionSentence { id: number | null; ordinal: number; text: string; cite: string }
export type SentenceDifference = Difference<VersionSentence, VersionSentence>;

export interface Comparison { forerunnerId: number; differences: SentenceDifference[] }

const bodyOf = async ({ db }: Context, planId: number): Promise<VersionSentence[]> =>
  db.sentence.findMany({ where: { planId, kind: { not: 'heading' } }, select: { id: true, ordinal: true, text: true, cite: true }, orderBy: { ordinal: 'asc' } });

/** A draft against the plan whose place it would take. @throws NotFound where it has no forerunner */
export async function compareDraft(context: Context, actor: Actor, draftId: number): Promise<Comparison & { title: string }> {
  const { reading, replacesId, title } = await findDraft(context, actor, draftId);
  if (replacesId === null) throw new NotFound('forerunner');
  const places = citePlaces(reading);
  const after = reading.sentences.map(({ text, kind }, ordinal) => ({ id: null, ordinal, text, kind, cite: places[ordinal] ?? '' })).filter((s) => s.kind !== 'heading');
  return { title, forerunnerId: replacesId, differences: compareVersions(await bodyOf(context, replacesId), after) };
}

/** A plan against the one whose place it took. @throws NotFound where it has no forerunner */
export async function comparePlan(context: Context, planId: number): Promise<Comparison> {
  const plan = await context.db.plan.findUnique({ where: { id: planId }, select: { replacesId: true } });
  if (plan === null || plan.replacesId === null) throw new NotFound('forerunner');
  return { forerunnerId: plan.replacesId, differences: compareVersions(await bodyOf(context, plan.replacesId), await bodyOf(context, planId)) };
}

/** How many tasks rest on each sentence of a plan. */
export async function taskCounts({ db }: Context, planId: number): Promise<Map<number, number>> {
  const sources = await db.taskSource.findMany({ where: { sentence: { planId }, task: { parentId: null, status: { notIn: ['withdrawn', 'merged'] } } }, select: { sentenceId: true, taskId: true }, distinct: ['sentenceId', 'taskId'] });
  const counts = new Map<number, number>();
  for (const { sentenceId } of sources) counts.set(sentenceId, (counts.get(sentenceId) ?? 0) + 1);
  return counts;
}
