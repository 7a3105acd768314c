import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { whyNotObject, whyNotPublish, whyNotRule } from './circular-policy.ts';
import type { Versioned } from './rule-set-forms.ts';

async function find(tx: Tx, id: number) {
  const circular = await tx.circular.findUnique({ where: { id }, include: { objections: true, entries: { select: { unitId: true } } } });
  if (circular === null) throw new NotFound(`circular ${String(id)}`);
  return circular;
}

function orForbidden(key: string | null): void {
  if (key !== null) throw new Forbidden(key);
}

/** A second person sends the circular out once the units have had their term (R30). @throws NotFound, Forbidden, Conflict */
export async function publishCircular(context: Context, actor: Actor, id: number, { version }: Versioned): Promise<void> {
  await transaction(context, async (tx) => {
    const circular = await find(tx, id);
    orForbidden(whyNotPublish(actor, circular, today(context.clock)));
    expectChanged(await tx.circular.updateMany({ where: { id, version, status: 'shown' }, data: { status: 'published', publishedById: actor.accountId, publishedAt: context.clock.now(), version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event: 'circular.published', subject: `circular:${String(id)}`, data: { number: circular.number, month: circular.month } });
  });
}

/** A unit's head objects to its entry. @throws NotFound, Forbidden */
export async function objectToEntry(context: Context, actor: Actor, id: number, reason: string): Promise<void> {
  await transaction(context, async (tx) => {
    const circular = await find(tx, id);
    orForbidden(whyNotObject(actor, circular, today(context.clock)));
    await tx.circularObjection.create({ data: { circularId: id, unitId: actor.unitId, status: 'open', reason, objectedById: actor.accountId, objectedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: 'circular.objected', subject: `circular:${String(id)}`, data: { number: circular.number, unit: actor.unitName, note: reason } });
  });
}

/** A supervisor who did not draw it up rules: upheld, the entry is struck from the ranking. @throws NotFound, Forbidden, Conflict */
export async function ruleOnEntry(context: Context, actor: Actor, id: number, { objectionId, decision, ruling, version }: { objectionId: number; decision: 'upheld' | 'dismissed'; ruling: string; version: number }): Promise<void> {
  await transaction(context, async (tx) => {
    const circular = await find(tx, id);
    const objection = circular.objections.find((o) => o.id === objectionId);
    if (objection === undefined) throw new NotFound(`objection ${String(objectionId)}`);
    orForbidden(whyNotRule(actor, circular, objection));
    expectChanged(await tx.circularObjection.updateMany({
      where: { id: objectionId, version, status: 'open' }, data: { status: decision, ruling, ruledById: actor.accountId, ruledAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event: decision === 'upheld' ? 'circular.upheld' : 'circular.dismissed', subject: `circular:${String(id)}`, data: { number: circular.number, note: ruling } });
  });
}
