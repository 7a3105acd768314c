import type { Context } from '../kernel/context.ts';
import { PAGE_SIZE } from '../web/paging.ts';

export interface AccountFilter {
  /** Part of a name, a user name or a unit's name. */
  search: string;
  page: number;
}

const LIST_PARTS = {
  id: true, login: true, name: true, active: true, lockedUntil: true, isDemonstration: true,
  posts: { where: { active: true }, select: { role: true, title: true, unit: { select: { shortName: true } } }, orderBy: { id: 'asc' } },
} as const;

const matching = (search: string): object => (search === '' ? {} : { OR: [
  { login: { contains: search.toLowerCase() } }, { name: { contains: search } },
  { posts: { some: { active: true, unit: { OR: [{ shortName: { contains: search } }, { initials: { contains: search.toLowerCase() } }] } } } },
] });

export type ListedAccount = Awaited<ReturnType<typeof listAccounts>>['accounts'][number];

/** Accounts for the administrator, in the order of their user names. */
export async function listAccounts({ db }: Context, { search, page }: AccountFilter) {
  const where = matching(search);
  const [total, accounts] = await Promise.all([
    db.account.count({ where }),
    db.account.findMany({ where, select: LIST_PARTS, orderBy: { login: 'asc' }, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE }),
  ]);
  return { total, accounts };
}
