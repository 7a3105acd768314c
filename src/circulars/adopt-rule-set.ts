import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { Versioned } from './rule-set-forms.ts';
import { RULE_SET_LIFE } from './rule-set-lifecycle.ts';
import { whyNotAdopt } from './rule-set-policy.ts';

/** A second person, or a leader, adopts a draft: it counts from the next month on and never for one that has begun. @throws NotFound, Forbidden, Conflict */
export async function adoptRuleSet(context: Context, actor: Actor, id: number, { version }: Versioned): Promise<string> {
  const { from, to, event } = RULE_SET_LIFE.adopt;
  return transaction(context, async (tx) => {
    const draft = await tx.ruleSet.findFirst({ where: { id, status: from } });
    if (draft === null) throw new NotFound(`rule set ${String(id)}`);
    const key = whyNotAdopt(actor, draft);
    if (key !== null) throw new Forbidden(key);
    const fromMonth = addMonths(`${today(context.clock).slice(0, 7)}-01`, 1).slice(0, 7);
    expectChanged(await tx.ruleSet.updateMany({
      where: { id, version, status: from },
      data: { status: to, fromMonth, adoptedById: actor.accountId, adoptedAt: context.clock.now(), version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event, subject: `rule_set:${String(id)}`, data: { month: fromMonth } });
    return fromMonth;
  });
}
