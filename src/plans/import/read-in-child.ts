import type { PlanReading, Reference } from './plan-reading.ts';
import { problem } from './problems.ts';
import { NOTHING, readPlan } from './read-plan.ts';
import { runChild, typescript } from './run-child.ts';

const READER = typescript(new URL('./read-child.ts', import.meta.url));

/** Our own reading is linear in the text, so that a busy machine may have its time; a library that opens a file has less. */
const MOST_MS = 60_000;

/** A text of some forty pages is read in less than a tenth of a second, sooner than a process to read it has started. */
const SHORT_TEXT = 30_000;

/** Reads a plan so that nobody else waits for it. */
export const readAside = (source: string, reference: Reference): Promise<PlanReading> =>
  (source.length > SHORT_TEXT ? readInChild(source, reference) : Promise.resolve(readPlan(source, reference)));

/** Reads a long plan in a process of its own, so that nobody else waits for it; one that takes too much is a problem of the document. */
export async function readInChild(source: string, reference: Reference): Promise<PlanReading> {
  const result = await runChild(READER, new TextEncoder().encode(JSON.stringify({ source, reference })), MOST_MS);
  if ('output' in result) return JSON.parse(result.output) as PlanReading;
  return { ...NOTHING, problems: [result.ended === 'died' ? problem('error', 'unreadable') : problem('error', 'bomb', { reason: result.ended })] };
}
