import { recordEvent } from '../audit/record-event.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { allOrNothing, nextNumber, transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import { wordsIn } from '../kernel/text.ts';
import { seedUnits } from '../units/seed-units.ts';
import { spellingOf } from '../units/unit-spelling.ts';
import type { Setup } from './account-forms.ts';
import { givePost } from './add-post.ts';
import { checkNewPassword } from './change-password.ts';
import { hashPassword } from './password.ts';
import { tokenHash } from './setup-token.ts';

/** In the list that comes with the project: the bureau that keeps the city's data. */
const USUAL_UNIT = 'shuju';

/**
 * Makes the first administrator, once, by whoever holds the token of the console (SECURITY A9); with the city's units or their own alone.
 * @throws Refused; NotFound where an account exists already
 */
export async function completeSetup(context: Context, input: Setup): Promise<void> {
  checkNewPassword(context, input.login, input.password, input.again);
  if (input.units === 'own' && input.unit === '') throw new Refused([{ key: 'accounts.setup.unit_missing', field: 'unit' }]);
  const passwordHash = await hashPassword(input.password);
  await allOrNothing(context, async (inside) => {
    await transaction(inside, async (tx) => {
      await useToken(tx, context, input.token);
      // Of several who come at once with several tokens one gets number 1; the others are undone.
      if ((await nextNumber(tx, 'setup')) !== 1 || (await tx.account.count()) > 0) throw new NotFound('setup');
    });
    const unit = await firstUnit(inside, input);
    await transaction(inside, (tx) => createAdministrator(tx, context, { ...input, passwordHash, unit }));
  });
}

async function useToken(tx: Tx, { wallClock }: Context, token: string): Promise<void> {
  const now = wallClock.now();
  const { count } = await tx.setupToken.updateMany({ where: { hash: tokenHash(token), usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (count !== 1) throw new Refused([{ key: 'accounts.setup.token_wrong', field: 'token' }]);
}

async function firstUnit(context: Context, { units, unit }: Setup): Promise<{ id: number; shortName: string }> {
  const select = { id: true, shortName: true } as const;
  if (units === 'own') return context.db.unit.create({ data: { code: spellingOf(unit).initials || 'unit', name: unit, shortName: unit, kind: 'government', sort: 0, ...spellingOf(unit) }, select });
  await seedUnits(context);
  return context.db.unit.findUniqueOrThrow({ where: { code: USUAL_UNIT }, select });
}

interface NewAdministrator { login: string; name: string; passwordHash: string; unit: { id: number; shortName: string } }

async function createAdministrator(tx: Tx, context: Context, { login, name, passwordHash, unit }: NewAdministrator): Promise<void> {
  const now = context.wallClock.now();
  const { id } = await tx.account.create({ data: { login, name, passwordHash, mustChangePassword: false, passwordChangedAt: now, createdAt: now }, select: { id: true } });
  await recordEvent(tx, context, null, { event: 'setup.completed', subject: `account:${id}`, data: { login, name } });
  await givePost(tx, context, null, { accountId: id, unitId: unit.id, unit: unit.shortName, role: 'admin', title: wordsIn('zh-CN')('accounts.setup.admin_title') });
}
