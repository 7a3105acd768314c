import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound, type Complaint } from '../kernel/errors.ts';
import { mayImport } from './draft-plan.ts';
import { runState, type RunState } from './import-run.ts';

/** A long document on its way to a draft. */
export interface ImportProgress { id: number; fileName: string; bytes: number; state: RunState; seconds: number; complaints: Complaint[]; draftId: number | null; planId: number | null }

const SHOWN = 5;

/** Supervisors share their imports. @throws Forbidden, NotFound */
export async function findImport(context: Context, actor: Actor, id: number): Promise<ImportProgress> {
  mayImport(actor);
  const row = await context.db.importRun.findUnique({ where: { id } });
  if (row === null) throw new NotFound(`import ${id}`);
  return progressOf(row, context.wallClock.now());
}

/** The latest ones that gave no draft yet. @throws Forbidden */
export async function openImports(context: Context, actor: Actor): Promise<ImportProgress[]> {
  mayImport(actor);
  const rows = await context.db.importRun.findMany({ where: { stage: { not: 'done' } }, orderBy: { id: 'desc' }, take: SHOWN });
  return rows.map((row) => progressOf(row, context.wallClock.now()));
}

type Row = Omit<ImportProgress, 'state' | 'seconds' | 'complaints'> & { stage: string; problems: string; startedAt: Date; seenAt: Date };

function progressOf({ stage, problems, startedAt, seenAt, ...row }: Row, now: Date): ImportProgress {
  return { ...row, state: runState({ stage, seenAt }, now), seconds: Math.max(0, Math.round((seenAt.getTime() - startedAt.getTime()) / 1000)), complaints: JSON.parse(problems) as Complaint[] };
}
