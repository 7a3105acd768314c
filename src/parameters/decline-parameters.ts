import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { decideParameters } from './decide-parameters.ts';
import type { Decline } from './parameter-forms.ts';
import type { ParameterKind } from './parameter-set.ts';

/** A supervisor or a leader declines a proposal, or whoever made it takes it back; nothing changes. @throws NotFound, Forbidden, Conflict */
export const declineParameters = (context: Context, actor: Actor, kind: ParameterKind, id: number, { version, remark }: Decline): Promise<void> =>
  decideParameters(context, actor, kind, id, { act: 'decline', version, change: { remark }, data: { reason: remark } });
