import type { Context } from '../kernel/context.ts';

/** The robots that are written to; never their addresses. The route's gate is the scope. */
export const activeChannels = ({ db }: Context) => db.channel.findMany({
  where: { active: true }, select: { id: true, kind: true, host: true, createdAt: true, version: true, unit: { select: { shortName: true } } }, orderBy: [{ unitId: 'asc' }, { id: 'asc' }],
});
