import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { addressedTo } from '../supervision/slip-policy.ts';

const UNIT = { unit: { select: { shortName: true } } } as const;

export type Inspection = Awaited<ReturnType<typeof inspectionOf>>;

/** What was found about a task and what became of it, what leaders wrote, talks that were held: to overseers all, to a unit its own. */
export async function inspectionOf({ db }: Context, actor: Actor, taskId: number) {
  const where = { taskId, AND: [addressedTo(actor)] };
  const orderBy = { id: 'asc' } as const;
  const [verifications, problems, instructions, escalations] = await Promise.all([
    db.verification.findMany({ where, orderBy, include: { ...UNIT, objection: true, files: { orderBy } } }),
    db.problem.findMany({ where, orderBy, include: UNIT }),
    db.instruction.findMany({ where, orderBy, include: UNIT }),
    db.escalation.findMany({ where, orderBy }),
  ]);
  return { verifications, problems, instructions, escalations };
}

/** Everybody whose name the paper shows. */
export const inspectionPeople = ({ verifications, problems, instructions, escalations }: Inspection): (number | null)[] => [
  ...verifications.flatMap((v) => [v.recordedById, v.objection?.objectedById ?? null, v.objection?.ruledById ?? null]),
  ...problems.flatMap((p) => [p.raisedById, p.objectedById, p.ruledById, p.rectifiedById, p.recheckedById, p.closedById]),
  ...instructions.flatMap((i) => [i.leaderId, i.repliedById, i.closedById]), ...escalations.map((e) => e.recordedById),
];
