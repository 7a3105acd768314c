import type { Context } from '../kernel/context.ts';
import type { Reference } from '../plans/import/plan-reading.ts';
import { resolveUnit } from '../plans/import/resolve-unit.ts';

/** A draft made from a commitment of the chapter and not handed over yet. */
export interface WaitingDraft { id: number; version: number; title: string; citation: string; lead: string; deadline: string }

/** Somebody asked to leave it undecomposed; another supervisor has to agree. */
export interface WaitingExemption { id: number; version: number; text: string; cite: string; sentence: number; reason: string; decidedById: number; decidedBy: string }

/** What was begun at the desk of a chapter and waits for its end. */
export interface DeskWaiting { drafts: WaitingDraft[]; exemptions: WaitingExemption[]; unknown: string[] }

/** The most drafts that are handed over at once. */
const MOST_DRAFTS = 200;

export async function deskWaiting(context: Context, reference: Reference, planId: number, chapterId: number | null): Promise<DeskWaiting> {
  return { drafts: await draftsOf(context, planId, chapterId), exemptions: await exemptionsOf(context, planId, chapterId), unknown: await unknownNames(context, reference, planId) };
}

async function draftsOf({ db }: Context, planId: number, chapterId: number | null): Promise<WaitingDraft[]> {
  const tasks = await db.task.findMany({
    where: { planId, chapterId, status: 'draft' }, orderBy: { id: 'asc' }, take: MOST_DRAFTS,
    select: { id: true, version: true, title: true, citation: true, deadline: true, leadUnit: { select: { shortName: true } } },
  });
  return tasks.map(({ leadUnit, ...task }) => ({ ...task, lead: leadUnit?.shortName ?? '' }));
}

async function exemptionsOf({ db }: Context, planId: number, chapterId: number | null): Promise<WaitingExemption[]> {
  const rows = await db.commitment.findMany({
    where: { planId, chapterId, decision: 'not_decomposed', approvedById: null }, orderBy: { ordinal: 'asc' },
    select: { id: true, version: true, text: true, decisionReason: true, decidedById: true, sentence: { select: { cite: true, ordinal: true } } },
  });
  const people = await db.account.findMany({ where: { id: { in: rows.map((row) => row.decidedById ?? 0) } }, select: { id: true, name: true } });
  return rows.map(({ sentence, decisionReason, decidedById, ...row }) => ({
    ...row, cite: sentence.cite, sentence: sentence.ordinal, reason: decisionReason ?? '', decidedById: decidedById ?? 0, decidedBy: people.find((one) => one.id === decidedById)?.name ?? '',
  }));
}

/** Names in the plan that nobody bears up to now; one that was given to a unit meanwhile is known. */
async function unknownNames({ db }: Context, reference: Reference, planId: number): Promise<string[]> {
  const names = await db.unknownName.findMany({ where: { planId }, orderBy: { start: 'asc' }, select: { name: true } });
  return names.map((one) => one.name).filter((name) => resolveUnit(name, reference) === null);
}
