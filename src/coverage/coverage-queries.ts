import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { LightColumns } from '../lights/turning-days.ts';
import { coverageOf, type Coverage, type Mark } from './coverage.ts';

/** A commitment with what has become of it; the text is fetched where it is shown. */
export interface CoveredCommitment extends Coverage {
  id: number;
  ordinal: number;
  sentenceId: number;
  sentenceOrdinal: number;
  chapterId: number | null;
  articleId: number | null;
  /** Asked to be left undecomposed, not yet confirmed. */
  isProposed: boolean;
}

const LIGHT_PARTS = { id: true, status: true, startOn: true, yellowFrom: true, redFrom: true } as const;

export interface PlanCoverage {
  /** In the order of the text. */
  commitments: CoveredCommitment[];
  /** The marks of every sentence that has any, by its id; a task can also be made from a sentence that asks nothing. */
  marks: Map<number, Mark[]>;
}

/** What has become of a plan. A district's child does not count beside its parent. Marks are for everybody who may read the plan. */
export async function coverageOfPlan({ db }: Context, planId: number, day: Day): Promise<PlanCoverage> {
  const rows = await db.commitment.findMany({
    where: { planId },
    select: { id: true, ordinal: true, sentenceId: true, chapterId: true, decision: true, approvedById: true, sentence: { select: { ordinal: true, articleId: true } } },
    orderBy: { ordinal: 'asc' },
  });
  const sources = await db.taskSource.findMany({
    where: { sentence: { planId }, task: { parentId: null } },
    select: { sentenceId: true, commitmentId: true, task: { select: LIGHT_PARTS } },
  });
  const tasksOf = bySource(sources);
  const commitments = rows.map(({ sentence, decision, approvedById, ...rest }) => ({
    ...rest,
    sentenceOrdinal: sentence.ordinal,
    articleId: sentence.articleId,
    isProposed: decision === 'not_decomposed' && approvedById === null,
    ...coverageOf({ decision, approvedById }, tasksOf(rest), day),
  }));
  return { commitments, marks: marksBySentence(commitments, sources, day) };
}

function marksBySentence(commitments: readonly CoveredCommitment[], sources: readonly Source<LightColumns>[], day: Day): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  const note = (sentenceId: number, mark: Mark | null): void => {
    if (mark !== null) marks.set(sentenceId, [...(marks.get(sentenceId) ?? []), mark]);
  };
  for (const { sentenceId, mark } of commitments) note(sentenceId, mark);
  const asked = new Set(commitments.map((c) => c.sentenceId));
  const own = bySource(sources);
  for (const sentenceId of new Set(sources.map((s) => s.sentenceId))) {
    if (!asked.has(sentenceId)) note(sentenceId, coverageOf({ decision: 'statement', approvedById: null }, own({ id: -1, sentenceId }), day).mark);
  }
  return marks;
}

interface Source<T> { sentenceId: number; commitmentId: number | null; task: T }

/** The tasks made from a commitment: those that name it, and those that took its whole sentence. */
export function bySource<T>(sources: readonly Source<T>[]): (commitment: { id: number; sentenceId: number }) => T[] {
  const named = new Map<number, T[]>();
  const whole = new Map<number, T[]>();
  for (const { sentenceId, commitmentId, task } of sources) {
    const [map, key] = commitmentId === null ? [whole, sentenceId] : [named, commitmentId];
    map.set(key, [...(map.get(key) ?? []), task]);
  }
  return ({ id, sentenceId }) => [...(named.get(id) ?? []), ...(whole.get(sentenceId) ?? [])];
}

/** Ids of the sentences in whose tasks this person's unit has a part, itself or through a district's child. */
export async function sentencesOfUnit({ db }: Context, actor: Actor, planId: number): Promise<Set<number>> {
  const mine = { assignments: { some: { unitId: actor.unitId } }, status: { notIn: ['draft', 'withdrawn', 'merged'] } };
  const rows = await db.taskSource.findMany({ where: { sentence: { planId }, task: mine }, select: { sentenceId: true } });
  return new Set(rows.map((row) => row.sentenceId));
}
