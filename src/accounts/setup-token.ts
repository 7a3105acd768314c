import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';

export const SETUP_TOKEN_MINUTES = 30;

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A token for the first administrator, to be shown on the console; only its hash is kept, and earlier tokens are void (SECURITY A9). */
export async function issueSetupToken(context: Context): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(context.wallClock.now().getTime() + SETUP_TOKEN_MINUTES * 60_000);
  await transaction(context, async (tx) => {
    await tx.setupToken.deleteMany();
    await tx.setupToken.create({ data: { hash: tokenHash(token), expiresAt } });
  });
  return token;
}

/** Whether the first administrator is still to be made: only while there is no account at all. */
export const needsSetup = async ({ db }: Context): Promise<boolean> => (await db.account.count()) === 0;
