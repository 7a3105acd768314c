import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { ExtensionWish } from './task-forms.ts';
import { writeExtension } from './write-extension.ts';

/** The lead's head signs the application for a later deadline before the present one has passed (R11, R13), whoever wrote it. */
export const askExtension = (context: Context, actor: Actor, id: number, wish: ExtensionWish): Promise<void> => writeExtension(context, actor, id, 'ask', wish);
