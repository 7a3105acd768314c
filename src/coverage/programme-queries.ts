import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { CoveredCommitment } from './coverage-queries.ts';
import { commitmentLines, type CommitmentLine } from './list-queries.ts';

/** A named programme of a plan with the commitments that make it up: those that name it, wherever they stand. */
export interface ProgrammeView {
  ordinal: number;
  name: string;
  groupName: string | null;
  articleId: number | null;
  lines: CommitmentLine[];
  /** The one that says it is to be carried out. */
  first: CommitmentLine | null;
}

/** All programmes of a plan in the order of its text, with what has become of each. */
export async function programmesOf(context: Context, actor: Actor, planId: number, all: readonly CoveredCommitment[]): Promise<ProgrammeView[]> {
  const programmes = await context.db.programme.findMany({ where: { planId }, orderBy: { ordinal: 'asc' } });
  const lines = await commitmentLines(context, actor, all);
  return programmes.map(({ ordinal, name, groupName, articleId, start, end }) => ({
    ordinal, name, groupName, articleId,
    lines: lines.filter(({ commitment: c }) => c.text.includes(name) || (c.start < end && start < c.end)),
    first: lines.find(({ commitment: c }) => c.start < end && start < c.end) ?? null,
  }));
}

/** @throws NotFound */
export async function findProgramme(context: Context, actor: Actor, planId: number, ordinal: number, all: readonly CoveredCommitment[]): Promise<ProgrammeView> {
  const programme = (await programmesOf(context, actor, planId, all)).find((one) => one.ordinal === ordinal);
  if (programme === undefined) throw new NotFound(`programme ${ordinal}`);
  return programme;
}
