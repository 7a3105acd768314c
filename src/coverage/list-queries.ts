import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { commitmentFrom, suggestedToday, type PlanCommitment } from '../plans/commitment.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { referenceUnits } from '../units/unit-queries.ts';
import { bySource, type CoveredCommitment } from './coverage-queries.ts';

export interface LineTask { id: number; number: string | null; title: string; deadline: string; leadUnit: { shortName: string } | null }

/** A commitment as a line of a list, with those of its tasks that the viewer may see. */
export interface CommitmentLine {
  covered: CoveredCommitment;
  commitment: PlanCommitment;
  cite: string;
  tasks: LineTask[];
}

const AT_ONCE = 1000; // both databases limit the values of one statement

/** Fetches the words of commitments; the order is kept. */
export async function commitmentLines(context: Context, actor: Actor, covered: readonly CoveredCommitment[]): Promise<CommitmentLine[]> {
  const lines: CommitmentLine[] = [];
  const reference = { units: await referenceUnits(context) };
  for (let from = 0; from < covered.length; from += AT_ONCE) lines.push(...(await someLines(context, actor, covered.slice(from, from + AT_ONCE), reference)));
  return lines;
}

async function someLines({ db }: Context, actor: Actor, covered: readonly CoveredCommitment[], reference: Reference): Promise<CommitmentLine[]> {
  const rows = await db.commitment.findMany({ where: { id: { in: covered.map((c) => c.id) } }, include: { sentence: { select: { cite: true } } } });
  const sources = await db.taskSource.findMany({
    where: { sentenceId: { in: [...new Set(covered.map((c) => c.sentenceId))] }, task: { parentId: null, status: { notIn: ['withdrawn', 'merged'] }, AND: [visibleTo(actor)] } },
    select: { sentenceId: true, commitmentId: true, task: { select: { id: true, number: true, title: true, deadline: true, leadUnit: { select: { shortName: true } } } } },
  });
  const tasksOf = bySource(sources);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return covered.flatMap((one) => {
    const row = byId.get(one.id);
    if (row === undefined) return [];
    const commitment = commitmentFrom(row);
    return [{ covered: one, commitment: { ...commitment, suggested: suggestedToday(commitment, reference) }, cite: row.sentence.cite, tasks: tasksOf(one) }];
  });
}
