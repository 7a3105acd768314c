import { dayOf, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { DEAD_SHOWN } from './delivery.ts';

/** Where digests go beside the inbox; empty in an installation in which nobody set anything up. */
export interface Targets {
  /** Accounts with a checked e-mail address. */
  accounts: ReadonlySet<number>;
  /** Robots by unit. */
  channels: ReadonlyMap<number, number[]>;
}

export async function outsideTargets({ db, config }: Context, unitIds: readonly number[], accountIds: readonly number[]): Promise<Targets> {
  const channels = new Map<number, number[]>();
  for (const { id, unitId } of await db.channel.findMany({ where: { unitId: { in: [...unitIds] }, active: true }, select: { id: true, unitId: true }, orderBy: { id: 'asc' } })) channels.set(unitId, [...channels.get(unitId) ?? [], id]);
  const contacts = config.mail === null ? [] : await db.mailContact.findMany({ where: { accountId: { in: [...accountIds] }, verifiedAt: { not: null } }, select: { accountId: true } });
  return { accounts: new Set(contacts.map((c) => c.accountId)), channels };
}

/** Deliveries whose time has come and that nobody has claimed, the longest waiting first. @param digests false: codes only */
export function claimable({ db }: Context, now: Date, count: number, digests: boolean) {
  return db.delivery.findMany({
    where: { status: 'queued', ...(digests ? {} : { messageId: null }), nextAt: { lte: now }, OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }] },
    select: { id: true, version: true, key: true, channel: true, targetId: true, messageId: true, attempts: true }, orderBy: [{ nextAt: 'asc' }, { id: 'asc' }], take: count,
  });
}

export type Claimable = Awaited<ReturnType<typeof claimable>>[number];

/** So many days back failures are shown. */
export const DEAD_DAYS = 14;

const deadSince = (since: Day) => ({ status: 'dead', message: { day: { gte: since } } });

export const countDead = ({ db }: Context, since: Day): Promise<number> => db.delivery.count({ where: deadSince(since) });

/** What was given up in the last weeks, for those who can do something about it. */
export async function deadDeliveries({ db }: Context, since: Day, { skip, take } = { skip: 0, take: DEAD_SHOWN }) {
  const rows = await db.delivery.findMany({
    where: deadSince(since), orderBy: { id: 'desc' }, skip, take,
    select: { id: true, channel: true, error: true, attempts: true, nextAt: true, message: { select: { day: true, unit: { select: { shortName: true } } } } },
  });
  return rows.map(({ message, nextAt, ...row }) => ({ ...row, day: message?.day ?? dayOf(nextAt), unit: message?.unit.shortName ?? '' }));
}
