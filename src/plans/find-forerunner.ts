import type { Context } from '../kernel/context.ts';
import type { PlanReading } from './import/plan-reading.ts';

const LEAST_SHARE = 0.3;
const LOOKED_AT = 5;

/** The newest plan of which this document is a changed version: a third of its sentences stand there word for word. */
export async function findForerunner({ db }: Context, reading: PlanReading): Promise<number | null> {
  const own = new Set(reading.sentences.filter((s) => s.kind === 'body').map((s) => s.text));
  const plans = await db.plan.findMany({ select: { id: true }, orderBy: { id: 'desc' }, take: LOOKED_AT });
  for (const { id } of plans) {
    const sentences = await db.sentence.findMany({ where: { planId: id, kind: 'body' }, select: { text: true } });
    const shared = sentences.filter((s) => own.has(s.text)).length;
    if (sentences.length > 0 && shared >= LEAST_SHARE * Math.min(own.size, sentences.length)) return id;
  }
  return null;
}
