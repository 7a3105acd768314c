import { z } from 'zod';
import { SAMPLE_SIZE, SAMPLE_SOURCES } from './sampling.ts';

export const PEER_GROUPS = ['city', 'district', 'park'] as const;

export const sampleForm = z.strictObject({
  purpose: z.string().trim().min(1, 'errors.required').max(200, 'errors.too_long'),
  source: z.enum(SAMPLE_SOURCES, 'errors.invalid'),
  group: z.union([z.literal(''), z.enum(PEER_GROUPS, 'errors.invalid')]).default('').transform((v) => (v === '' ? null : v)),
  size: z.coerce.number('errors.not_a_number').int('errors.not_a_number').min(SAMPLE_SIZE.least, 'supervision.error.sample_size').max(SAMPLE_SIZE.most, 'supervision.error.sample_size'),
});
export type SampleWish = z.output<typeof sampleForm>;
