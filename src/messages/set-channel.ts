import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { seal } from '../kernel/sealed.ts';
import { recordEvent } from '../audit/record-event.ts';
import { CHANNEL_SEAL } from './channel.ts';
import type { ChannelWish } from './message-forms.ts';
import { requireKeeper } from './message-policy.ts';
import { robotHost, ROBOTS } from './robot-formats.ts';

/** A robot for a unit's group. Address and secret are sealed and never shown again; an earlier robot of the unit and kind ends. @throws Forbidden, Refused */
export async function setChannel(context: Context, actor: Actor, wish: ChannelWish): Promise<void> {
  requireKeeper(actor);
  const { db, config } = context;
  const host = robotHost(wish.kind, wish.address, config.messageHosts);
  if (host === null) throw new Refused([{ key: 'messages.error.host', values: { hosts: [...ROBOTS[wish.kind].hosts, ...config.messageHosts].join(', ') }, field: 'address' }]);
  const unit = await db.unit.findFirst({ where: { id: wish.unit, active: true }, select: { shortName: true } });
  if (unit === null) throw new Refused([{ key: 'errors.required', field: 'unit' }]);
  const sealed = (text: string): string => seal(config.sessionSecret, CHANNEL_SEAL, text);
  await transaction(context, async (tx) => {
    await tx.channel.updateMany({ where: { unitId: wish.unit, kind: wish.kind, active: true }, data: { active: false, address: '', secret: null, version: { increment: 1 } } });
    const { id } = await tx.channel.create({
      data: { unitId: wish.unit, kind: wish.kind, host, address: sealed(wish.address), secret: wish.secret === '' || !ROBOTS[wish.kind].signs ? null : sealed(wish.secret), createdById: actor.accountId, createdAt: context.clock.now() },
    });
    await recordEvent(tx, context, actor, { event: 'channel.set', subject: `channel:${String(id)}`, data: { unit: unit.shortName, robot: wish.kind, host } });
  });
}
