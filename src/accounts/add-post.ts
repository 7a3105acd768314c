import { recordEvent } from '../audit/record-event.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import type { NewPost } from './account-forms.ts';
import { requireAdmin, requireCompatible, requireOther } from './account-policy.ts';

interface PostToGive { accountId: number; unitId: number; unit: string; role: Role; title: string }

/** Another post for an account. @throws Forbidden, Refused, NotFound */
export async function addPost(context: Context, actor: Actor, accountId: number, { unit, role, title }: NewPost): Promise<void> {
  requireAdmin(actor);
  requireOther(actor, accountId);
  const { id: unitId, shortName } = await activeUnit(context, unit);
  await transaction(context, async (tx) => {
    // The version is raised so that two posts given at once do not miss each other's role.
    const { count } = await tx.account.updateMany({ where: { id: accountId }, data: { version: { increment: 1 } } });
    if (count === 0) throw new NotFound('account');
    const held = await tx.post.findMany({ where: { accountId, active: true }, select: { role: true, unitId: true } });
    if (held.some((post) => post.role === role && post.unitId === unitId)) throw new Refused([{ key: 'accounts.error.post_held', field: 'unit' }]);
    requireCompatible([...held.map((post) => post.role as Role), role]);
    await givePost(tx, context, actor, { accountId, unitId, unit: shortName, role, title });
  });
}

/** A post that ended earlier is taken up again. */
export async function givePost(tx: Tx, context: Context, actor: Actor | null, { accountId, unitId, unit, role, title }: PostToGive): Promise<void> {
  await tx.post.upsert({
    where: { accountId_unitId_role: { accountId, unitId, role } },
    create: { accountId, unitId, role, title, createdAt: context.wallClock.now() },
    update: { title, active: true, version: { increment: 1 } },
  });
  await recordEvent(tx, context, actor, { event: 'post.created', subject: `account:${accountId}`, data: { unit, title, role } });
}

/** @throws Refused where the unit does not exist or is dissolved */
export async function activeUnit({ db }: Context, id: number): Promise<{ id: number; shortName: string }> {
  const unit = await db.unit.findFirst({ where: { id, active: true }, select: { id: true, shortName: true } });
  if (unit === null) throw new Refused([{ key: 'accounts.error.no_unit', field: 'unit' }]);
  return unit;
}
