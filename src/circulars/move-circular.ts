import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { CIRCULAR_LIFE } from './circular-lifecycle.ts';
import { whyNotPublish } from './circular-policy.ts';
import { ENTRY_OBJECTION_LIFE, type EntryRuling } from './entry-objection-lifecycle.ts';
import { ownEntry, whyNotEntry } from './entry-objection-policy.ts';
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
    const { from, to, event } = CIRCULAR_LIFE.publish;
    expectChanged(await tx.circular.updateMany({ where: { id, version, status: from }, data: { status: to, publishedById: actor.accountId, publishedAt: context.clock.now(), version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event, subject: `circular:${String(id)}`, data: { number: circular.number, month: circular.month } });
  });
}

/** A unit's head objects to its entry. @throws NotFound, Forbidden */
export async function objectToEntry(context: Context, actor: Actor, id: number, reason: string): Promise<void> {
  await transaction(context, async (tx) => {
    const circular = await find(tx, id);
    orForbidden(whyNotEntry(actor, 'object', ownEntry(actor, circular), today(context.clock)));
    const { to, event } = ENTRY_OBJECTION_LIFE.object;
    await tx.circularObjection.create({ data: { circularId: id, unitId: actor.unitId, status: to, reason, objectedById: actor.accountId, objectedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event, subject: `circular:${String(id)}`, data: { number: circular.number, unit: actor.unitName, note: reason } });
  });
}

/** A supervisor who did not draw it up rules: upheld, the entry is struck from the ranking. @throws NotFound, Forbidden, Conflict */
export async function ruleOnEntry(context: Context, actor: Actor, id: number, { objectionId, decision, ruling, version }: { objectionId: number; decision: EntryRuling; ruling: string; version: number }): Promise<void> {
  await transaction(context, async (tx) => {
    const circular = await find(tx, id);
    const objection = circular.objections.find((o) => o.id === objectionId);
    if (objection === undefined) throw new NotFound(`objection ${String(objectionId)}`);
    orForbidden(whyNotEntry(actor, decision, { circular, unitId: objection.unitId, objection }, today(context.clock)));
    const { from, to, event } = ENTRY_OBJECTION_LIFE[decision];
    expectChanged(await tx.circularObjection.updateMany({
      where: { id: objectionId, version, status: from }, data: { status: to, ruling, ruledById: actor.accountId, ruledAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event, subject: `circular:${String(id)}`, data: { number: circular.number, note: ruling } });
  });
}
