import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refused, type Complaint } from '../kernel/errors.ts';
import { draftPlan, type ReadDocument } from './draft-plan.ts';
import type { ImportStage } from './import-run.ts';
import { readInChild } from './import/read-in-child.ts';

const BEAT_MS = 2000;

/** One at a time: two long documents must not take the memory of four processes. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads a long document in the background and keeps it as a draft. Never fails: its row tells what became of it, and a row that is
 * not heard of any more tells that the process was ended; until the draft is written in one transaction, nothing of it is kept.
 */
export function runImport(context: Context, actor: Actor, runId: number, parse: () => Promise<ReadDocument>): Promise<void> {
  const turn = queue.then(() => readAndKeep(context, actor, runId, parse));
  const beat = setInterval(() => { void note(context, runId, {}); }, BEAT_MS);
  queue = turn.catch(() => undefined);
  return turn.catch(async (error: unknown) => {
    const complaints: readonly Complaint[] = error instanceof Refused ? error.complaints : [{ key: 'plans.problem.unreadable' }];
    if (!(error instanceof Refused)) context.log.error({ err: error, run: runId }, 'an import failed');
    await note(context, runId, { stage: 'refused', problems: JSON.stringify(complaints) });
  }).finally(() => { clearInterval(beat); });
}

async function readAndKeep(context: Context, actor: Actor, runId: number, parse: () => Promise<ReadDocument>): Promise<void> {
  await note(context, runId, { stage: 'parsing' });
  const document = await parse();
  await note(context, runId, { stage: 'reading' });
  const drafted = await draftPlan(context, actor, document, async (text, reference) => {
    const reading = await readInChild(text, reference);
    await note(context, runId, { stage: 'saving' });
    return reading;
  });
  await note(context, runId, { stage: 'done', ...drafted });
}

/** How far it is. That is not an act of anybody: the draft itself is. */
async function note(context: Context, id: number, change: { stage?: ImportStage; problems?: string; draftId?: number; planId?: number }): Promise<void> {
  try {
    await context.db.importRun.update({ where: { id }, data: { ...change, seenAt: context.wallClock.now() } });
  } catch (error) {
    context.log.error({ err: error, run: id }, 'the state of an import could not be noted');
  }
}
