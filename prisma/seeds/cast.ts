import type { Context } from '../../src/kernel/context.ts';
import { demonstrationCast, DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { hashPassword } from '../../src/accounts/password.ts';

/** The people of the demonstration; units must be there. */
export async function seedCast({ db, wallClock }: Context): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const createdAt = wallClock.now();
  for (const { login, name, role, unit, title } of demonstrationCast) {
    const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: unit }, select: { id: true } });
    await db.account.create({
      data: { login, name, passwordHash, mustChangePassword: false, isDemonstration: true, createdAt, posts: { create: { unitId, role, title, createdAt } } },
    });
  }
}
