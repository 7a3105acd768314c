import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { whyUnlawful } from './lawful-rule-set.ts';
import type { RuleSetWish } from './rule-set-forms.ts';
import { RULE_SET_LIFE } from './rule-set-lifecycle.ts';
import { mayDraft } from './rule-set-policy.ts';

/** A supervisor proposes points; what R28 forbids is refused with the sentence that says why, and the refusal stands in the log. @throws Forbidden, Refused */
export async function draftRuleSet(context: Context, actor: Actor, { points, custom, reason }: RuleSetWish): Promise<number> {
  if (!mayDraft(actor)) throw new Forbidden('circulars.why_not.draft');
  const complaints = whyUnlawful(points, custom);
  if (complaints.length > 0) throw new Refused(complaints);
  return transaction(context, async (tx) => {
    await tx.ruleSet.updateMany({ where: { status: RULE_SET_LIFE.replace.from }, data: { status: RULE_SET_LIFE.replace.to } });
    const { id } = await tx.ruleSet.create({ data: { status: RULE_SET_LIFE.draft.to, points: JSON.stringify(points), reason, madeById: actor.accountId, madeAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: RULE_SET_LIFE.draft.event, subject: `rule_set:${String(id)}`, data: { reason } });
    return id;
  });
}
