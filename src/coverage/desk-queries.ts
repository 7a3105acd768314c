import type { Context } from '../kernel/context.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import { commitmentFrom, type PlanCommitment } from '../plans/commitment.ts';
import { withLearned, type ReasonedSuggestion } from '../tasks/learned-suggestions.ts';
import type { CoveredCommitment } from './coverage-queries.ts';

/** The most commitments that stand on the desk at once. */
export const DESK_ROWS = 60;

/** A commitment that waits to be handed out, with who might get it and why. */
export interface DeskRow {
  covered: CoveredCommitment;
  commitment: PlanCommitment;
  cite: string;
  suggestions: ReasonedSuggestion[];
}

/** The open commitments of a chapter in the order of the text. */
export async function deskRows({ db }: Context, reference: Reference, all: readonly CoveredCommitment[], chapterId: number | null): Promise<DeskRow[]> {
  const open = all.filter((c) => c.state === 'gap' && !c.isProposed && c.chapterId === chapterId).slice(0, DESK_ROWS);
  const rows = await db.commitment.findMany({ where: { id: { in: open.map((c) => c.id) } }, include: { sentence: { select: { cite: true } } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return open.flatMap((covered) => {
    const row = byId.get(covered.id);
    if (row === undefined) return [];
    const commitment = commitmentFrom(row);
    return [{ covered, commitment, cite: row.sentence.cite, suggestions: withLearned(commitment, reference) }];
  });
}

/** How many commitments that wait to be handed out the text gives to somebody of this name, whom nobody knew at first. */
export async function countNaming({ db }: Context, planId: number, all: readonly CoveredCommitment[], name: string): Promise<number> {
  const rows = await db.commitment.findMany({ where: { planId, stated: { not: null } } });
  const open = new Set(all.filter((c) => c.state === 'gap').map((c) => c.id));
  return rows.map(commitmentFrom).filter(({ id, stated }) => open.has(id) && stated !== null && [...stated.lead, ...stated.others].includes(name)).length;
}
