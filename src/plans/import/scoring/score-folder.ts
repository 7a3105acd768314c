import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { OutlineLevel, PlanReading, Reference } from '../plan-reading.ts';
import { readPlan } from '../read-plan.ts';
import type { Figure } from './figures.ts';
import { scoreCommitments, type WantedCommitment } from './score-commitments.ts';
import { scoreDuties, type WantedDuty } from './score-duties.ts';
import { scoreProgrammes, type WantedProgramme } from './score-programmes.ts';
import { scoreLevels, scoreTitles, type Heading } from './score-structure.ts';

interface SampleList {
  samples: { file: string; levels: Partial<Record<OutlineLevel, number>>; duties: boolean }[];
}

/**
 * All figures of READING over a folder with `gold/` (answers for the sample plan) and `samples/` (real documents).
 * @param plan the text that the answers in `gold/` belong to
 */
export async function scoreFolder(folder: string, plan: string, reference: Reference): Promise<Figure[]> {
  const reading = readPlan(plan, reference);
  const gold = <T>(name: string): Promise<T> => readJson<T>(path.join(folder, 'gold', `${name}.json`));
  const structure = await gold<{ chapters: Heading[]; articles: Heading[] }>('structure');
  const { samples } = await gold<SampleList>('sample-levels');
  const figures = [
    ...scoreTitles(reading, structure.chapters, structure.articles),
    ...scoreCommitments(reading, await gold<WantedCommitment[]>('commitments')),
    ...scoreProgrammes(reading, await gold<WantedProgramme[]>('programmes')),
  ];
  for (const sample of samples) figures.push(...(await scoreSample(folder, sample, reference)));
  return figures;
}

async function scoreSample(folder: string, { file, levels, duties }: SampleList['samples'][number], reference: Reference): Promise<Figure[]> {
  const text = await readFile(path.join(folder, 'samples', `${file}.txt`), 'utf8');
  const reading: PlanReading = readPlan(text, reference);
  const wanted = duties ? await readJson<WantedDuty[]>(path.join(folder, 'samples', `${file}.truth.json`)) : [];
  return [...scoreLevels(file, text, reading, levels), ...(duties ? scoreDuties(file, reading, wanted) : [])];
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
