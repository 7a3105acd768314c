import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';

const PARTS = {
  id: true, login: true, name: true, active: true, lockedUntil: true, isDemonstration: true, mustChangePassword: true, passwordChangedAt: true,
  createdAt: true, version: true,
  posts: {
    select: { id: true, role: true, title: true, active: true, version: true, unitId: true, unit: { select: { shortName: true, active: true } } },
    orderBy: { id: 'asc' },
  },
  _count: { select: { sessions: true } },
} as const;

export type AccountDetails = Awaited<ReturnType<typeof findAccount>>;

/** One account with all its posts, past ones too. @throws NotFound */
export async function findAccount({ db }: Context, id: number) {
  const account = await db.account.findUnique({ where: { id }, select: PARTS });
  if (account === null) throw new NotFound('account');
  return account;
}
