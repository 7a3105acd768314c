import { createHmac } from 'node:crypto';

/** One row of the log as it is sealed. */
export interface SealedFields {
  seq: number;
  at: Date;
  event: string;
  accountId: number | null;
  postId: number | null;
  unitId: number | null;
  actorName: string;
  subject: string;
  thread: string | null;
  data: string;
  previous: string;
}

export const FIRST_PREVIOUS = '0'.repeat(64);

/** Keyed hash (HMAC-SHA-256) over every field and the row before: without the key nobody can write the chain anew (SECURITY §1.6). */
export function seal(row: SealedFields, key: string): string {
  const fields = [row.seq, row.at.toISOString(), row.event, row.accountId, row.postId, row.unitId, row.actorName, row.subject, row.thread, row.data, row.previous];
  return createHmac('sha256', key).update(JSON.stringify(fields)).digest('hex');
}
