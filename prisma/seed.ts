import type { Context } from '../src/kernel/context.ts';
import { seedReference } from './seeds/reference.ts';
import { seedCast } from './seeds/cast.ts';

/** Fills an empty database with the demonstration: the city's units, the cast, the plan and its history. */
export async function seedDemonstration(context: Context): Promise<void> {
  await seedReference(context);
  await seedCast(context);
}
