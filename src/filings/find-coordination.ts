import type { Actor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import type { CoordinationAct } from './coordination-lifecycle.ts';
import { coordinationsVisibleTo, gateCoordination } from './coordination-policy.ts';

const PARTS = { unit: { select: { shortName: true } }, ownerUnit: { select: { shortName: true } }, task: { select: { number: true, title: true } } } as const;

export type CoordinationRow = Awaited<ReturnType<typeof findCoordination>>;

/** @throws NotFound also where it is another unit's */
export async function findCoordination(db: Tx, actor: Actor, id: number) {
  const row = await db.coordination.findFirst({ where: { id, AND: [coordinationsVisibleTo(actor)] }, include: PARTS });
  if (row === null) throw new NotFound(`coordination ${String(id)}`);
  return row;
}

/** The first line of every verb on such a matter. @throws NotFound, Forbidden, Conflict */
export async function gateCoordinationOf(tx: Tx, actor: Actor, id: number, act: CoordinationAct): Promise<CoordinationRow> {
  const row = await findCoordination(tx, actor, id);
  gateCoordination(actor, act, row);
  return row;
}
