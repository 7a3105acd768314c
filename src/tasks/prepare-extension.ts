import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { ExtensionWish } from './task-forms.ts';
import { writeExtension } from './write-extension.ts';

/** The lead's clerk writes the application for the head to sign (DOMAIN §3: drafts); nothing is asked yet, and nothing is hatched. */
export const prepareExtension = (context: Context, actor: Actor, id: number, wish: ExtensionWish): Promise<void> => writeExtension(context, actor, id, 'prepare', wish);
