import { createHash } from 'node:crypto';

/** Where a task comes in a draw: the digest of seed and number, which anybody can compute again with any tool. */
export const lotOf = (seed: string, number: string): string => createHash('sha256').update(`${seed}:${number}`).digest('hex');

/** Draws `size` of the numbers: those with the lowest lots, in that order. The order in which they are handed in does not matter. */
export const drawLots = (seed: string, numbers: readonly string[], size: number): string[] =>
  [...new Set(numbers)].map((number) => ({ number, lot: lotOf(seed, number) })).sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size).map(({ number }) => number);

/** What can be drawn from. */
export const SAMPLE_SOURCES = ['live', 'overdue', 'closed'] as const;
export type SampleSource = (typeof SAMPLE_SOURCES)[number];

export const SAMPLE_SIZE = { least: 1, most: 100 } as const;
