import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { whyUnlawful } from './lawful-parameters.ts';
import type { ParameterWish } from './parameter-forms.ts';
import { namesOf, valuesOn, type ParameterKind } from './parameter-set.ts';
import { PARAMETER_LIFE } from './parameter-set-lifecycle.ts';
import { mayPropose } from './parameter-set-policy.ts';
import { comingValues } from './parameter-queries.ts';

/** A supervisor proposes other values; what is unlawful is refused with the sentence that says why. A proposal that stands is replaced. @throws Forbidden, Refused */
export async function proposeParameters(context: Context, actor: Actor, kind: ParameterKind, { values, reason }: ParameterWish): Promise<number> {
  if (!mayPropose(actor)) throw new Forbidden('parameters.why_not.propose');
  const complaints = whyUnlawful(kind, values);
  if (complaints.length > 0) throw new Refused(complaints);
  return transaction(context, async (tx) => {
    const before = (await comingValues(tx, kind)) ?? valuesOn(context.parameters, kind, today(context.clock));
    const changed = namesOf(kind).filter((name) => values[name] !== before[name]);
    if (changed.length === 0) throw new Refused('parameters.error.unchanged');
    const { propose, replace } = PARAMETER_LIFE;
    await tx.parameterSet.updateMany({ where: { kind, status: replace.from }, data: { status: replace.to } });
    const { id } = await tx.parameterSet.create({ data: { kind, status: propose.to, values: JSON.stringify(values), reason, proposedById: actor.accountId, proposedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: propose.event, subject: `parameters:${String(id)}`, data: { parameters: kind, reason, before, values } });
    return id;
  });
}
