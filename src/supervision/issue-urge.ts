import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { issueSlip, type IssuedSlip } from './issue-slip.ts';
import type { SlipWish } from './slip-forms.ts';

/** A supervisor or inspector sends a 催办单 to the unit whose turn it is. @throws NotFound, Forbidden, Refused, Conflict */
export const issueUrge = (context: Context, actor: Actor, taskId: number, wish: SlipWish): Promise<IssuedSlip> =>
  transaction(context, (tx) => issueSlip(tx, context, actor, taskId, 'urge', wish));
