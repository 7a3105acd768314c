/** The seven roles of DOMAIN §1. */
export const ROLES = ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person acting in one of their posts. Rights come from this post alone. */
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
}
