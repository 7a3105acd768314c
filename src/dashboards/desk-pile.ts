import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { PileRow, Tone } from '../web/view-parts.ts';

/** Which part of a list is wanted. */
export interface Slice { skip: number; take: number }

/** A pile of the desk: a list of matters of one kind with the next act on each. Its number and its list come from one condition. */
export interface DeskPile {
  /** Words: desk.pile.<name> and desk.empty.<name>. */
  name: string;
  icon: string;
  tone: Tone;
  /** Waits for this very person: counted in the shell. */
  waits: boolean;
  /** Left out while there is nothing in it. */
  rare: boolean;
  /** The list that the number counts. */
  href: (viewer: Viewer) => string;
  count: (context: Context, viewer: Viewer) => Promise<number>;
  rows: (context: Context, viewer: Viewer, slice: Slice) => Promise<PileRow[]>;
}

export type PileLook = Pick<DeskPile, 'name' | 'icon'> & Partial<Pick<DeskPile, 'tone' | 'waits' | 'rare'>>;

/** What every pile has, where it says nothing else. */
export const pileLook = (look: PileLook): Pick<DeskPile, 'name' | 'icon' | 'tone' | 'waits' | 'rare'> => ({ tone: 'neutral', waits: false, rare: false, ...look });

/** A pile without a list elsewhere has its own under the desk. */
export const ownList = (name: string): string => `/desk/${name}`;
