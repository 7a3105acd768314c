import type { Context } from '../kernel/context.ts';
import { citationOf } from '../plans/citation.ts';
import { suggestedToday, type PlanCommitment } from '../plans/commitment.ts';
import { learnedEvidence } from '../plans/import/learned-assignments.ts';
import type { LearnedAssignment, Reference, Suggestion } from '../plans/import/plan-reading.ts';
import type { FoundSentence } from '../plans/plan-queries.ts';
import { referenceUnits } from '../units/unit-queries.ts';

/** A suggestion with the assignments of this very installation that speak for it, by their citations. */
export interface ReasonedSuggestion extends Suggestion {
  learned: string[];
}

/** A sentence whose commitments carry the suggestions as they stand today. */
export type LearnedSentence = Omit<FoundSentence, 'commitments'> & { commitments: (Omit<PlanCommitment, 'suggested'> & { suggested: ReasonedSuggestion[] })[] };

const REMEMBERED = 2000;
/** What a like text that was handed to a unit counts beside the words of the text itself, whose best unit has up to 1. */
const LEARNED_WEIGHT = 1.2;

/** The units, and what was handed to whom so far, the newest first: a supervisor's corrections count since the task is what they made of it. */
export async function learnedReference(context: Context): Promise<Reference> {
  const sources = await context.db.taskSource.findMany({
    where: { task: { parentId: null, leadUnitId: { not: null }, status: { notIn: ['draft', 'withdrawn', 'merged'] } } },
    select: { sentence: { select: { text: true, cite: true } }, commitment: { select: { text: true } }, task: { select: { leadUnit: { select: { code: true } } } } },
    orderBy: { id: 'desc' },
    take: REMEMBERED,
  });
  const learned: LearnedAssignment[] = sources.map(({ sentence, commitment, task }) => ({
    text: commitment?.text ?? sentence.text, unit: task.leadUnit?.code ?? '', citation: citationOf({ cite: sentence.cite.split('/paragraph')[0] ?? sentence.cite }),
  }));
  return { units: await referenceUnits(context), learned };
}

export const withLearnedUnits = (sentence: FoundSentence, reference: Reference): LearnedSentence =>
  ({ ...sentence, commitments: sentence.commitments.map((commitment) => ({ ...commitment, suggested: withLearned(commitment, reference) })) });

/** The suggestions of the reading, moved by what was decided on like texts; the best leads. */
export function withLearned(commitment: Pick<PlanCommitment, 'text' | 'suggested' | 'stated'>, reference: Reference): ReasonedSuggestion[] {
  const all = new Map<string, ReasonedSuggestion>(suggestedToday(commitment, reference).map((s) => [s.unit, { ...s, learned: [] }]));
  for (const { unit, likeness, citation } of learnedEvidence(commitment.text, reference)) {
    const code = reference.units[unit]?.code;
    if (code === undefined) continue;
    const known = all.get(code) ?? { unit: code, role: 'support', score: 0, because: [], learned: [] };
    all.set(code, { ...known, score: Math.max(known.score, likeness * LEARNED_WEIGHT), learned: [...new Set([...known.learned, citation])] });
  }
  const ranked = [...all.values()].sort((a, b) => b.score - a.score);
  const learnedLead = ranked[0] !== undefined && ranked[0].learned.length > 0;
  return ranked.map((s, i) => ({ ...s, role: !learnedLead ? s.role : i === 0 ? 'lead' : s.role === 'lead' ? 'responsible' : s.role }));
}
