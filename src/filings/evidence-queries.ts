import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import { readContent } from './filing-digest.ts';
import { filingsVisibleTo } from './filing-policy.ts';

const PARTS = {
  filing: { select: { id: true, period: true, taskId: true, assignmentId: true, assignment: { select: { unitId: true } }, versions: { select: { content: true } } } },
} as const;

/** A file under the scope of its filing. @throws NotFound for others too */
async function findEvidence(db: Tx, actor: Actor, id: number) {
  const row = await db.evidence.findFirst({ where: { id, filing: filingsVisibleTo(actor) }, include: PARTS });
  if (row?.filing == null) throw new NotFound(`evidence ${id}`);
  return { ...row, filing: row.filing };
}

/** The unit's own file that is still attached. @throws NotFound */
export async function findOwnEvidence(db: Tx, actor: Actor, id: number) {
  const row = await findEvidence(db, actor, id);
  if (row.removedAt !== null || row.filing.assignment.unitId !== actor.unitId) throw new NotFound(`evidence ${id}`);
  return row;
}

/** A file to be read: what went out in a round is there for everybody who may read the filing, the rest for the unit alone. @throws NotFound */
export async function findReadableEvidence({ db }: Context, actor: Actor, id: number) {
  const row = await findEvidence(db, actor, id);
  const wasSent = row.filing.versions.some((v) => readContent(v.content).files.some((f) => f.id === id));
  const ownAndThere = row.filing.assignment.unitId === actor.unitId && row.removedAt === null;
  if (!wasSent && !ownAndThere) throw new NotFound(`evidence ${id}`);
  return row;
}
