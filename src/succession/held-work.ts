/** What a person has in hand in a unit: a branch to work on, a report begun and not sent, a task to supervise. The unit answers for all of it throughout. */
export const HELD_KINDS = ['handling', 'draft', 'charge'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

export interface HeldItem {
  kind: HeldKind;
  /** Of the handling, the report or the task. */
  id: number;
  accountId: number;
  taskId: number;
  number: string | null;
  title: string;
  /** The office of a handling, the period of a report. */
  detail: string;
}

/** How a form names it. */
export const keyOf = ({ kind, id }: Pick<HeldItem, 'kind' | 'id'>): string => `${kind}-${id}`;

/** Somebody of the unit, or who was of it, and what they have in hand. */
export interface Holding {
  accountId: number;
  name: string;
  /** In the unit, today; none for who has left it or is disabled. */
  titles: string[];
  items: HeldItem[];
  /** How many of them nobody can work on, since their holder no longer acts in such a post. */
  stranded: number;
}

/** So much is handed on at once: a transaction is to stay short. */
export const MOST_AT_ONCE = 200;

/** A form's word for "nobody in person". */
export const BACK_TO_UNIT = 'unit';

/** A person's account, or back to the unit; null where nothing was chosen. */
export type Successor = number | typeof BACK_TO_UNIT | null;
