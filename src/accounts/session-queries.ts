import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';

export interface OpenSession {
  id: string;
  createdAt: Date;
  seenAt: Date;
  address: string | null;
  agent: string | null;
}

/** Where a person is signed in, the latest first. */
export function openSessions({ db }: Context, actor: Actor): Promise<OpenSession[]> {
  return db.session.findMany({ where: { accountId: actor.accountId }, select: { id: true, createdAt: true, seenAt: true, address: true, agent: true }, orderBy: { seenAt: 'desc' } });
}
