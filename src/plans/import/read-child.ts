import { text } from 'node:stream/consumers';
import type { Reference } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

/** Runs in a child process: the text of a long plan and the units on standard input, its reading as JSON on standard output. */
async function main(): Promise<void> {
  const { source, reference } = JSON.parse(await text(process.stdin)) as { source: string; reference: Reference };
  process.stdout.write(JSON.stringify(readPlan(source, reference)));
}

void main();
