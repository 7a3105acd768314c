/** How a task can have ended or stand still, each kept apart in lists, numbers and snapshots (DOMAIN §3). A phase is counted while its task goes on. */
export const END_KINDS = ['closed', 'phase', 'standing', 'suspended', 'merged', 'withdrawn'] as const;
export type EndKind = (typeof END_KINDS)[number];
