import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { recordEvent } from '../audit/record-event.ts';
import { codeFor, CODE_MINUTES, isCode, MOST_WRONG_CODES } from './contact.ts';

const WRONG = [{ key: 'messages.error.code_wrong', field: 'code' }];

/** The code that came by mail is given back: from now on digests go there. A try is counted before the code is looked at. @throws NotFound, Refused */
export async function checkContact(context: Context, actor: Actor, { code }: { code: string }): Promise<void> {
  markChecked();
  const { accountId } = actor;
  const contact = await context.db.mailContact.findUnique({ where: { accountId } });
  if (contact === null || contact.verifiedAt !== null) throw new NotFound('contact');
  const now = context.wallClock.now();
  const { count } = await transaction(context, (tx) => tx.mailContact.updateMany({
    where: { accountId, round: contact.round, wrongCodes: { lt: MOST_WRONG_CODES }, requestedAt: { gt: new Date(now.getTime() - CODE_MINUTES * 60_000) } }, data: { wrongCodes: { increment: 1 } },
  }));
  if (count !== 1 || !isCode(code, codeFor(context.config, contact))) throw new Refused(WRONG);
  await transaction(context, async (tx) => {
    expectChanged(await tx.mailContact.updateMany({ where: { accountId, round: contact.round, verifiedAt: null }, data: { verifiedAt: now } }));
    await recordEvent(tx, context, actor, { event: 'contact.checked', subject: `account:${String(accountId)}` });
  });
}
