import type { Actor } from '../kernel/actor.ts';
import { instantAt, today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { SHARED_EYES_DAYS } from './delegation.ts';

/** Delegations in force today, as a condition. */
export function inForce({ clock }: Context): { startsOn: { lte: string }; endsOn: { gte: string }; revokedAt: null } {
  const day = today(clock);
  return { startsOn: { lte: day }, endsOn: { gte: day }, revokedAt: null };
}

/** The accounts that act, or lately acted, in this account's posts, and those in whose posts this one does: two of them are one pair of eyes, in whichever post. */
export async function sharedEyesOf({ db, clock }: Context, accountId: number): Promise<number[]> {
  const day = today(clock);
  const since = addDays(day, -SHARED_EYES_DAYS);
  const rows = await db.delegation.findMany({
    where: { startsOn: { lte: day }, endsOn: { gte: since }, AND: [{ OR: [{ fromId: accountId }, { toId: accountId }] }, { OR: [{ revokedAt: null }, { revokedAt: { gte: instantAt(since) } }] }] },
    select: { fromId: true, toId: true },
  });
  return [...new Set(rows.map(({ fromId, toId }) => (fromId === accountId ? toId : fromId)))];
}

export interface ListedDelegation {
  id: number;
  startsOn: string;
  endsOn: string;
  revokedAt: Date | null;
  reason: string;
  title: string;
  unit: string;
  fromId: number;
  from: string;
  to: string;
}

const PARTS = { id: true, startsOn: true, endsOn: true, revokedAt: true, reason: true, fromId: true, toId: true, post: { select: { title: true, unit: { select: { shortName: true } } } } } as const;
const SHOWN = 20;

/** Delegations from and to this person, the latest first. */
export async function delegationsOf({ db }: Context, { accountId }: Pick<Actor, 'accountId'>): Promise<ListedDelegation[]> {
  return named(db, await db.delegation.findMany({ where: { OR: [{ fromId: accountId }, { toId: accountId }] }, select: PARTS, orderBy: { id: 'desc' }, take: SHOWN }));
}

type Row = Omit<EndingDelegation, 'title' | 'unit' | 'from' | 'to'> & { post: { title: string; unit: { shortName: string } } };

async function named(db: Context['db'], rows: Row[]): Promise<EndingDelegation[]> {
  const accounts = await db.account.findMany({ where: { id: { in: rows.flatMap((row) => [row.fromId, row.toId]) } }, select: { id: true, name: true } });
  const names = new Map(accounts.map((account) => [account.id, account.name]));
  return rows.map(({ post, ...row }) => ({ ...row, title: post.title, unit: post.unit.shortName, from: names.get(row.fromId) ?? '', to: names.get(row.toId) ?? '' }));
}

export interface EndingDelegation extends ListedDelegation { toId: number }

/**
 * What ends with a post: where it was lent to, and, once nothing else keeps the person in the unit, the posts there that were lent to them.
 * Nothing of it is passed on (SECURITY T16): whose post it is lends it anew.
 */
export async function delegationsEndingWith({ db, clock }: Context, post: { id: number; accountId: number; unitId: number }): Promise<EndingDelegation[]> {
  const others = await db.post.count({ where: { accountId: post.accountId, unitId: post.unitId, active: true, id: { not: post.id } } });
  const rows = await db.delegation.findMany({
    where: { revokedAt: null, endsOn: { gte: today(clock) }, OR: [{ postId: post.id }, ...(others === 0 ? [{ toId: post.accountId, post: { unitId: post.unitId } }] : [])] }, select: PARTS, orderBy: { id: 'asc' },
  });
  return named(db, rows);
}

/** Who of the unit may be asked to stand in: everybody else with a post there. */
export async function colleaguesOf({ db }: Context, { accountId, unitId }: Pick<Actor, 'accountId' | 'unitId'>): Promise<{ id: number; name: string; title: string }[]> {
  const posts = await db.post.findMany({
    where: { unitId, active: true, accountId: { not: accountId }, account: { active: true } }, select: { title: true, account: { select: { id: true, name: true } } }, orderBy: { id: 'asc' },
  });
  const seen = new Set<number>();
  return posts.filter(({ account }) => !seen.has(account.id) && seen.add(account.id)).map(({ title, account }) => ({ ...account, title }));
}
