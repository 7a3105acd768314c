import { createHash } from 'node:crypto';

/** SHA-256 of the decoded text: the same document is the same whatever file it came in. */
export const documentDigest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
