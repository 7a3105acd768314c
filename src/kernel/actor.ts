/** The seven roles of DOMAIN §1. */
export const ROLES = ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whose post it is that a person acts in, and the last day of it (代办, SECURITY T16). */
export interface OnBehalf {
  accountId: number;
  name: string;
  until: string;
}

/** A person acting in one of their posts, or in one that was delegated to them. Rights come from this post alone. */
export interface Actor {
  accountId: number;
  postId: number;
  name: string;
  title: string;
  role: Role;
  unitId: number;
  unitName: string;
  /** kind of the unit: "district", "government", … */
  unitKind: string;
  /** Set where the post is another's. */
  onBehalfOf?: OnBehalf;
  /** Accounts that are the same pair of eyes: whom this person stands in for, and who stands in for them. */
  eyesWith?: readonly number[];
}

/** The person whose post this is: what is theirs by name is also in the hands of whoever stands in for them. */
export const holderOfPost = (actor: Pick<Actor, 'accountId' | 'onBehalfOf'>): number => actor.onBehalfOf?.accountId ?? actor.accountId;

/** The accounts that are this person's pair of eyes (AB角). */
export const sameEyes = (actor: Pick<Actor, 'accountId' | 'eyesWith'>): number[] => [actor.accountId, ...(actor.eyesWith ?? [])];

/** Whether a step by that account counts as this person's own: nobody decides what they, or somebody in their place, handed in. */
export const isOwnStep = (actor: Actor, accountId: number | null): boolean =>
  accountId !== null && sameEyes(actor).includes(accountId);
