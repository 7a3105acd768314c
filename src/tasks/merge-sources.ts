import type { Tx } from '../kernel/db/client.ts';
import { Refused } from '../kernel/errors.ts';
import { ENDED_STATUSES, isLive } from './task.ts';

const refuse = (key: string): never => { throw new Refused([{ key, field: 'survivor' }]); };

/**
 * Whether one task can take over another: both stand for themselves, of the same plan, the surviving one live; a task with districts'
 * children that have not ended is not merged, for each of them would need a survivor of its own. @throws Refused
 */
export async function checkSurvivor(tx: Tx, mergedId: number, survivorId: number): Promise<void> {
  const parts = { planId: true, parentId: true, status: true, _count: { select: { children: { where: { status: { notIn: ENDED_STATUSES } } } } } } as const;
  const merged = await tx.task.findUniqueOrThrow({ where: { id: mergedId }, select: parts });
  const survivor = await tx.task.findUniqueOrThrow({ where: { id: survivorId }, select: parts });
  if (mergedId === survivorId) refuse('tasks.error.survivor_itself');
  if (merged.parentId !== null || survivor.parentId !== null) refuse('tasks.error.survivor_child');
  if (merged._count.children > 0) refuse('tasks.error.merged_has_children');
  if (!isLive(survivor.status)) refuse('tasks.error.survivor_ended');
  if (merged.planId !== survivor.planId) refuse('tasks.error.two_plans');
}

/** The surviving task carries the sentences and commitments of the merged one too, so that coverage stays; the merged one keeps its own for its readers. @returns how many were new */
export async function takeOverSources(tx: Tx, mergedId: number, survivorId: number): Promise<number> {
  const keyOf = (s: { sentenceId: number; commitmentId: number | null }): string => `${s.sentenceId}/${s.commitmentId ?? ''}`;
  const own = new Set((await tx.taskSource.findMany({ where: { taskId: survivorId } })).map(keyOf));
  const fresh = (await tx.taskSource.findMany({ where: { taskId: mergedId } })).filter((s) => !own.has(keyOf(s)));
  await tx.taskSource.createMany({ data: fresh.map(({ sentenceId, commitmentId }) => ({ taskId: survivorId, sentenceId, commitmentId })) });
  return fresh.length;
}
