import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { mayImport } from './draft-plan.ts';
import type { PlanReading } from './import/plan-reading.ts';

export interface PlanDraft {
  id: number;
  title: string;
  fileName: string;
  text: string;
  format: string;
  encoding: string | null;
  createdAt: Date;
  replacesId: number | null;
  version: number;
  reading: PlanReading;
}

/** An import in the making; supervisors share theirs. @throws Forbidden, NotFound */
export async function findDraft({ db }: Context, actor: Actor, id: number): Promise<PlanDraft> {
  mayImport(actor);
  const row = await db.planDraft.findUnique({ where: { id } });
  if (row === null) throw new NotFound(`draft ${id}`);
  return { ...row, reading: JSON.parse(row.reading) as PlanReading };
}

export interface DraftEntry { id: number; title: string; fileName: string; createdAt: Date }

/** Imports that somebody began and nobody finished, the newest first. @throws Forbidden */
export async function openDrafts({ db }: Context, actor: Actor): Promise<DraftEntry[]> {
  mayImport(actor);
  return db.planDraft.findMany({ select: { id: true, title: true, fileName: true, createdAt: true }, orderBy: { id: 'desc' }, take: 20 });
}
