import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import type { ParameterVersion } from '../kernel/parameters.ts';
import { PARAMETER_LIFE } from './parameter-set-lifecycle.ts';
import { readValues } from './parameter-queries.ts';
import type { ParameterKind } from './parameter-set.ts';

interface AdoptedVersion extends ParameterVersion { id: number; settled: boolean }

const adopted = ({ db }: Context): Promise<AdoptedVersion[]> => untilWritten(db, 'parameters', async () => {
  const rows = await db.parameterSet.findMany({ where: { status: PARAMETER_LIFE.adopt.to }, orderBy: [{ fromDay: 'desc' }, { id: 'desc' }] });
  return rows.map((row) => ({ id: row.id, kind: row.kind, fromDay: row.fromDay ?? '', values: readValues(row.kind as ParameterKind, row.values), settled: row.settledAt !== null }));
});

/**
 * Reads anew what is set, so that everything from here on reckons by it. A look at what was read already where nothing was written since.
 * @returns the version of the lights that has come into force while the stored turning days still rest on the one before; null where there is none
 */
export async function refreshParameters(context: Context): Promise<{ id: number; fromDay: Day } | null> {
  const versions = await adopted(context);
  context.parameters.replace(versions);
  const day = today(context.clock);
  const current = versions.find((version) => version.kind === 'lights' && version.fromDay <= day);
  return current === undefined || current.settled ? null : { id: current.id, fromDay: current.fromDay };
}
