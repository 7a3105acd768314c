import type { Context } from '../kernel/context.ts';
import type { SuspectLinkWhereInput } from '../kernel/db/client.ts';

/** A task whose sentence the new version of the plan changed or dropped. */
export interface Suspect {
  id: number;
  version: number;
  planId: number;
  change: string;
  task: { id: number; number: string | null; title: string; leadUnit: { shortName: string } | null };
  before: { planId: number; ordinal: number; text: string; cite: string };
  after: { planId: number; ordinal: number; text: string; cite: string } | null;
}

/** Tasks that ended need no confirmation any more; the supervisors' gate is on the routes. */
export const ENDED_TASKS = ['withdrawn', 'merged', 'closed', 'archived'];
const WAITING: SuspectLinkWhereInput = { verdict: null, task: { status: { notIn: ENDED_TASKS } } };
const SENTENCE = { select: { planId: true, ordinal: true, text: true, cite: true } } as const;

export const countSuspects = ({ db }: Context): Promise<number> => db.suspectLink.count({ where: WAITING });

export function waitingSuspects({ db }: Context, planId: number | null, { skip, take }: { skip: number; take: number }): Promise<Suspect[]> {
  return db.suspectLink.findMany({
    where: planId === null ? WAITING : { AND: [WAITING, { planId }] }, orderBy: { id: 'asc' }, skip, take,
    select: {
      id: true, version: true, planId: true, change: true, before: SENTENCE, after: SENTENCE,
      task: { select: { id: true, number: true, title: true, leadUnit: { select: { shortName: true } } } },
    },
  });
}

/** Running plans that took the place of another one whose tasks nobody took over yet. */
export const uncarriedPlans = ({ db }: Context): Promise<{ id: number; shortTitle: string }[]> =>
  db.plan.findMany({ where: { status: 'running', replacesId: { not: null }, carriedAt: null }, select: { id: true, shortTitle: true }, orderBy: { id: 'asc' } });
