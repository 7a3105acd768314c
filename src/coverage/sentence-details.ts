import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { LightColumns } from '../lights/turning-days.ts';
import { commitmentFrom, type PlanCommitment } from '../plans/commitment.ts';
import { visibleTo } from '../tasks/task-policy.ts';

/** A task made from the chosen sentence. */
export interface SentenceTask extends LightColumns {
  id: number;
  number: string | null;
  title: string;
  deadline: string;
  originalDeadline: string;
  parentId: number | null;
  extensionPending: boolean;
  leadUnit: { shortName: string } | null;
  _count: { children: number };
}

export interface SentenceDetails {
  commitments: PlanCommitment[];
  /** What this person may see, a district's child only where its parent is not among them. */
  tasks: SentenceTask[];
  /** How many more there are that belong to others. */
  hidden: number;
}

const TASK_PARTS = {
  id: true, number: true, title: true, status: true, startOn: true, deadline: true, originalDeadline: true, yellowFrom: true, redFrom: true, parentId: true,
  extensionPending: true, leadUnit: { select: { shortName: true } }, _count: { select: { children: true } },
} as const;

/** In nobody's way: not handed over, or taken back. */
const UNSEEN = ['draft', 'withdrawn'];

export async function sentenceDetails({ db }: Context, actor: Actor, sentenceId: number): Promise<SentenceDetails> {
  const commitments = await db.commitment.findMany({ where: { sentenceId }, orderBy: { ordinal: 'asc' } });
  const sources = { some: { sentenceId } };
  const seen = await db.task.findMany({ where: { sources, AND: [visibleTo(actor)] }, select: TASK_PARTS, orderBy: { id: 'asc' } });
  const handedOver = await db.task.count({ where: { sources, parentId: null, status: { notIn: UNSEEN } } });
  const ids = new Set(seen.map((task) => task.id));
  const known = new Set(seen.filter((task) => !UNSEEN.includes(task.status)).map((task) => task.parentId ?? task.id));
  return {
    commitments: commitments.map(commitmentFrom),
    tasks: seen.filter((task) => task.parentId === null || !ids.has(task.parentId)),
    hidden: Math.max(0, handedOver - known.size),
  };
}
