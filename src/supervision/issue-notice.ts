import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { issueSlip, type IssuedSlip } from './issue-slip.ts';
import type { SlipWish } from './slip-forms.ts';

/** A supervisor or inspector sends a 督办通知单 after an urge in vain, or at once where the matter is urgent. @throws NotFound, Forbidden, Refused, Conflict */
export const issueNotice = (context: Context, actor: Actor, taskId: number, wish: SlipWish): Promise<IssuedSlip> =>
  transaction(context, (tx) => issueSlip(tx, context, actor, taskId, 'notice', wish));
