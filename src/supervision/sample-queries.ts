import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { drawLots } from './sampling.ts';

// Samples are the overseers' own: the route's gate is the scope.

export type SampleLine = Awaited<ReturnType<typeof sampleLines>>[number];

/** All draws, newest first: a draw that was repeated until it pleased would show here. */
export const sampleLines = ({ db }: Context, size: number, page: number) =>
  db.sample.findMany({ orderBy: { id: 'desc' }, take: size, skip: (page - 1) * size, select: { id: true, number: true, purpose: true, size: true, population: true, drawnAt: true, _count: { select: { verifications: true } } } });

export const countSamples = ({ db }: Context): Promise<number> => db.sample.count();

export type SampleDetail = Awaited<ReturnType<typeof findSample>>;

/** A draw with its tasks and what came of them; `repeated` says whether seed and list give the same tasks again. @throws NotFound */
export async function findSample(context: Context, id: number) {
  const row = await context.db.sample.findUnique({
    where: { id },
    include: {
      items: { orderBy: { rank: 'asc' }, include: { task: { select: { id: true, number: true, title: true, leadUnit: { select: { shortName: true } } } } } },
      verifications: { select: { id: true, number: true, taskId: true, verdict: true }, orderBy: { id: 'asc' } },
    },
  });
  if (row === null) throw new NotFound(`sample ${String(id)}`);
  const population = JSON.parse(row.population) as string[];
  const again = drawLots(row.seed, population, row.size);
  const repeated = again.length === row.items.length && row.items.every((item, i) => item.task.number === again[i]);
  return { ...row, population, repeated, drawnBy: (await namesOf(context, [row.drawnById])).get(row.drawnById) ?? '' };
}
