import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadReference } from '../plans/import/load-reference.ts';
import type { PlanReading, Problem } from '../plans/import/plan-reading.ts';
import { hasErrors, problem } from '../plans/import/problems.ts';
import { NOTHING, readDocument, readPlan } from '../plans/import/read-plan.ts';

/** `npm run --silent plan:read -- FILE` prints the reading of one document as JSON. Exit code 2: it can't be used as a plan. */

async function readFileAt(file: string | undefined): Promise<PlanReading> {
  const bytes = file === undefined ? null : await bytesOf(file);
  if (bytes === null) return withProblems([problem('error', 'no_file', { file: file ?? '' })]);
  const { document, problems } = await readDocument(bytes, path.basename(file ?? ''));
  return document === null ? withProblems(problems) : readPlan(document.text, loadReference());
}

function withProblems(problems: Problem[]): PlanReading {
  return { ...NOTHING, problems };
}

async function bytesOf(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // missing, a folder, or not ours to read
    throw error;
  }
}

async function main(): Promise<void> {
  const reading = await readFileAt(process.argv[2]);
  process.exitCode = hasErrors(reading.problems) ? 2 : 0;
  process.stdout.write(`${JSON.stringify(reading, null, 1)}\n`);
}

void main();
