import type { Context } from '../kernel/context.ts';
import type { Parameters } from '../kernel/parameters.ts';
import { markSettled } from '../parameters/mark-settled.ts';
import { refreshParameters } from '../parameters/refresh-parameters.ts';
import { settleLights } from '../tasks/settle-lights.ts';
import { ensureSnapshot } from './take-snapshot.ts';

const turning = new WeakMap<Parameters, Promise<void>>();

/**
 * Reckons from here on by what is in force today. Whoever comes first on the day on which other rules of the lights are in force (no
 * night's job is needed) has the end of the month before frozen by the old ones (R22), then all turning days derived by the new ones.
 */
export async function turnToParameters(context: Context): Promise<void> {
  const due = await refreshParameters(context);
  if (due === null) return;
  const under = turning.get(context.parameters) ?? turnTo(context, due.id).finally(() => turning.delete(context.parameters));
  turning.set(context.parameters, under);
  await under;
}

async function turnTo(context: Context, id: number): Promise<void> {
  await ensureSnapshot(context);
  const changed = await settleLights(context);
  await markSettled(context, id, changed);
}
